package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional requests as RFC 9110 means them, on a board at version 2. */
class ConditionalTest {

    private static final Service SERVICE = Service.shared();

    private final String board = "/api/v1/boards/" + UUID.randomUUID();

    @BeforeEach
    void to_version_two() {
        put(board).send().is(200);
        put(board).send().is(200);
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
        var answer = put(board).header("If-Match", header).send();

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
        put(board).header("If-None-Match", header).send().is(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "\"1\"", "W/\"1\""})
    void what_is_not_there_has_no_version(String header) {
        var fresh = "/api/v1/boards/" + UUID.randomUUID();

        put(fresh).header("If-Match", header).send().is(header.equals("\"0\"") ? 200 : 412);
    }

    @Test
    void what_is_not_there_can_be_made_once() {
        var fresh = "/api/v1/boards/" + UUID.randomUUID();

        assertThat(put(fresh).header("If-None-Match", "*").send().is(200).header("ETag"))
                .isEqualTo("\"1\"");
        put(fresh).header("If-None-Match", "*").send().is(412, "overtaken");
    }

    @Test
    void both_conditions_have_to_hold() {
        put(board)
                .header("If-Match", "*")
                .header("If-None-Match", "\"2\"")
                .send()
                .is(412);
        put(board)
                .header("If-Match", "\"2\"")
                .header("If-None-Match", "\"1\"")
                .send()
                .is(200);
    }

    @Test
    void several_headers_are_one_list() {
        put(board)
                .another("If-Match", "\"1\"")
                .another("If-Match", "\"2\"")
                .send()
                .is(200);
    }

    @Test
    void the_same_request_again_is_answered_whatever_has_become_of_the_version() {
        var first = put(board).header("Idempotency-Key", "once").header("If-Match", "\"1\", \"2\"");
        first.send().is(200);

        assertThat(first.send().is(200).json().path("notices")).hasSize(3);
    }

    @Test
    void without_a_condition_it_is_decided_on_whatever_is_there() {
        assertThat(put(board).send().is(200).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void the_documents_name_the_headers() {
        var parameters = SERVICE.request("GET", "/v3/api-docs")
                .send()
                .json()
                .path("paths")
                .path("/api/v1/boards/{id}")
                .path("put")
                .path("parameters");

        assertThat(parameters)
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder("id", "If-Match", "If-None-Match");
    }

    private static Request put(String board) {
        return SERVICE.request("PUT", board).as("OFFICER@NA").json("{\"text\":\"Họp\"}");
    }
}
