package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.ApiClient;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Tokens;

/** Conditional requests as RFC 9110 means them, on a board at version 2. */
class ConditionalTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);
    private static final ApiClient OFFICER = SERVICE.as("OFFICER@NA");

    private final String board = "/api/v1/boards/" + UUID.randomUUID();

    @BeforeEach
    void to_version_two() {
        put(OFFICER, board).is(200);
        put(OFFICER, board).is(200);
    }

    @ParameterizedTest(name = "If-Match: {0} → {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"2\"; 200",
                "\"1\"; 412",
                "\"0\"; 412",
                "\"3\"; 412",
                "W/\"2\"; 412",
                "*; 200",
                "\"1\", \"2\"; 200",
                "\"2\",\"1\"; 200",
                "\"1\", \"7\"; 412",
                "W/\"2\", \"1\"; 412",
                "W/\"1\" , \"2\"; 200",
                ", \"2\",; 200",
                "\"2\", *; 400",
                "\"of another server, perhaps\"; 400",
                "\"another,one\"; 412",
                "\"99999999999999999999\"; 412",
                "\"\"; 412",
                "2; 400",
                "\"2; 400",
                "'2'; 400",
                "w/\"2\"; 400",
                "\"1\" \"2\"; 400"
            })
    void only_what_the_caller_has_seen_is_changed(String header, int status) {
        var answer = put(OFFICER.header("If-Match", header), board);

        switch (status) {
            case 200 -> assertThat(answer.is(200).header("ETag")).isEqualTo("\"3\"");
            case 412 -> assertThat(answer.is(412, "overtaken").header("ETag")).isEqualTo("\"2\"");
            default -> answer.is(400, "malformed-etag");
        }
    }

    @ParameterizedTest(name = "If-None-Match: {0} → {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {"*; 412", "\"2\"; 412", "W/\"2\"; 412", "\"1\"; 200", "\"1\", \"2\"; 412", "2; 400"})
    void what_is_there_already_is_not_written_over(String header, int status) {
        put(OFFICER.header("If-None-Match", header), board).is(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "\"1\"", "W/\"1\""})
    void what_is_not_there_has_no_version(String header) {
        var fresh = "/api/v1/boards/" + UUID.randomUUID();

        put(OFFICER.header("If-Match", header), fresh).is(header.equals("\"0\"") ? 200 : 412);
    }

    @Test
    void what_is_not_there_can_be_made_once() {
        var fresh = "/api/v1/boards/" + UUID.randomUUID();

        assertThat(put(OFFICER.header("If-None-Match", "*"), fresh).is(200).header("ETag"))
                .isEqualTo("\"1\"");
        put(OFFICER.header("If-None-Match", "*"), fresh).is(412, "overtaken");
    }

    @Test
    void both_conditions_have_to_hold() {
        put(OFFICER.header("If-Match", "*").header("If-None-Match", "\"2\""), board)
                .is(412);
        put(OFFICER.header("If-Match", "\"2\"").header("If-None-Match", "\"1\""), board)
                .is(200);
    }

    @Test
    void several_headers_are_one_list() throws Exception {
        var body = "{\"text\":\"a\"}";
        try (var wire = new Wire(SERVICE)) {
            var answer = wire.send("PUT " + board + " HTTP/1.1\r\nHost: x\r\nIf-Match: \"1\"\r\nIf-Match: \"2\"\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\nAuthorization: Bearer " + Tokens.of("canbo", "OFFICER@NA")
                            + "\r\nConnection: close\r\n\r\n" + body)
                    .receive();

            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void the_same_request_again_is_answered_whatever_has_become_of_the_version() {
        var caller = OFFICER.key("once").header("If-Match", "\"1\", \"2\"");
        put(caller, board).is(200);

        assertThat(put(caller, board).is(200).json().path("notices")).hasSize(3);
    }

    @Test
    void without_a_condition_it_is_decided_on_whatever_is_there() {
        assertThat(put(OFFICER, board).is(200).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void the_documents_name_the_headers() {
        var parameters = SERVICE.api()
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .path("/api/v1/boards/{id}")
                .path("put")
                .path("parameters");

        assertThat(parameters)
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("id", "If-Match", "If-None-Match");
    }

    private static ApiResponse put(ApiClient caller, String board) {
        return caller.put(board, "{\"text\":\"Họp\"}");
    }
}
