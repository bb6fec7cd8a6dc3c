package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Tokens;

/** A body is read as it is written; nothing is guessed, and what cannot be meant is refused at its field. */
class StrictJsonTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);

    static Stream<Arguments> guesses() {
        return Stream.of(
                arguments("text", "7"),
                arguments("text", "true"),
                arguments("text", "[\"a\"]"),
                arguments("text", "{}"),
                arguments("count", "1.5"),
                arguments("count", "1.0"),
                arguments("count", "1e2"),
                arguments("count", "\"7\""),
                arguments("count", "\"\""),
                arguments("count", "true"),
                arguments("count", "[7]"),
                arguments("count", "2147483648"),
                arguments("sum", "9223372036854775808"),
                arguments("sum", "123456789012345678901234567890"),
                arguments("amount", "\"7.5\""),
                arguments("amount", "1e999999999"),
                arguments("amount", "1e-999999999"),
                arguments("amount", "0." + "1".repeat(40)),
                arguments("share", "1e999"),
                arguments("share", "\"NaN\""),
                arguments("share", "\"0.5\""),
                arguments("agreed", "1"),
                arguments("agreed", "0"),
                arguments("agreed", "\"true\""),
                arguments("agreed", "\"\""),
                arguments("kind", "0"),
                arguments("kind", "\"0\""),
                arguments("kind", "\"\""),
                arguments("kind", "\"model\""),
                arguments("kind", "\"NONE\""),
                arguments("on", "19783"),
                arguments("on", "45352"),
                arguments("on", "[2024,3,1]"),
                arguments("on", "\"2024-02-29T17:00:00.000Z\""),
                arguments("on", "\"2024-02-29T17:00\""),
                arguments("on", "\"2024-2-9\""),
                arguments("on", "\"20240229\""),
                arguments("on", "\"2023-02-29\""),
                arguments("on", "\"19000\""),
                arguments("on", "\"\""),
                arguments("on", "\"1899-12-31\""),
                arguments("on", "\"0001-01-01\""),
                arguments("on", "\"-0001-01-01\""),
                arguments("on", "\"-999999999-01-01\""),
                arguments("on", "\"+10000-01-01\""),
                arguments("month", "\"2024\""),
                arguments("month", "[2024,3]"),
                arguments("month", "\"2024-13\""),
                arguments("at", "1709251200"),
                arguments("at", "1709251200.5"),
                arguments("at", "\"1709251200\""),
                arguments("at", "\"+10000-01-01T00:00:00Z\""),
                arguments("lines", "{}"),
                arguments("lines", "\"\""),
                arguments("lines[1].households", "[{\"households\":1},{\"households\":\"2\"}]"),
                arguments("marks.a", "{\"a\":\"1\"}"),
                arguments("marks.a", "{\"a\":1,\"a\":2}"),
                arguments("lines[0].households", "[{\"households\":1,\"households\":1}]"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("guesses")
    void nothing_is_guessed(String path, String value) {
        var field = path.replaceAll("[\\[.].*", "");
        var text = field.equals("text") ? "" : "\"text\":\"a\",";

        assertRefused("{%s\"%s\":%s}".formatted(text, field, value), path);
    }

    private static void assertRefused(String body, String path) {
        var errors = post(body).is(400, "malformed-field").json().path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("field").asString()).isEqualTo(path);
        assertThat(errors.get(0).path("code").asString()).isEqualTo("malformed-field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "count; 7",
                "sum; 9223372036854775807",
                "amount; 7.25",
                "amount; 7",
                "share; 0.5",
                "share; 1",
                "agreed; false",
                "kind; \"EFFORT\"",
                "on; \"2024-02-29\"",
                "on; \"1900-01-01\"",
                "on; \"9999-12-31\"",
                "month; \"2024-02\"",
                "at; \"2024-02-29T17:00:00Z\"",
                "lines; [{\"households\":3}]",
                "marks; {\"Tiêu chí 1\":7.25}",
                "on; null"
            })
    void what_is_written_as_it_should_be_is_understood(String field, String value) {
        var understood =
                post("{\"text\":\"a\",\"%s\":%s}".formatted(field, value)).is(200);

        assertThat(understood.json().path(field).toString())
                .isEqualTo(value.equals("null") ? "" : value.replaceAll("^1$", "1.0"));
    }

    @Test
    void a_key_given_twice_is_refused_and_not_decided_by_order() {
        assertRefused("{\"text\":\"a\",\"text\":\"b\"}", "text");
        assertRefused("{\"text\":\"a\",\"tex\\u0074\":\"b\"}", "text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "text/yaml",
                "application/cbor",
                "application/xml",
                "application/x-jackson-smile",
                "text/plain",
                "text/json",
                "application/octet-stream",
                "application/merge-patch+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "application/json; charset=UTF-16",
                "application/json; charset=windows-1258",
                "text/nonsense",
                "*/*"
            })
    void only_json_is_read(String type) {
        SERVICE.as("OFFICER@NA")
                .header("Content-Type", type)
                .post("/api/v1/forms", "{\"text\":\"a\"}")
                .is(415, "unsupported-media-type");
    }

    @Test
    void a_body_that_does_not_say_what_it_is_is_not_read() throws Exception {
        try (var wire = new Wire(SERVICE)) {
            var answer = wire.send(
                            "POST /api/v1/forms HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\nAuthorization: Bearer "
                                    + Tokens.of("canbo", "OFFICER@NA")
                                    + "\r\nConnection: close\r\n\r\n{\"text\":\"a\"}")
                    .receive();

            assertThat(answer).startsWith("HTTP/1.1 415").contains("unsupported-media-type");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/cbor", "application/xml", "text/yaml"})
    void only_json_is_written(String type) {
        SERVICE.as("VIEWER@VN")
                .header("Accept", type)
                .get("/api/v1/boards?day=2024-06-30")
                .is(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON; charset=\"utf-8\""})
    void json_is_read_however_its_name_is_written(String type) {
        SERVICE.as("OFFICER@NA")
                .header("Content-Type", type)
                .post("/api/v1/forms", "{\"text\":\"a\"}")
                .is(200);
    }

    static Stream<Arguments> notUtf8() {
        return Stream.of(
                arguments("overlong /", new int[] {0xc0, 0xaf}),
                arguments("overlong NUL", new int[] {0xc0, 0x80}),
                arguments("overlong in three", new int[] {0xe0, 0x80, 0xaf}),
                arguments("half a pair", new int[] {0xed, 0xa0, 0x80}),
                arguments("a pair, each by itself", new int[] {0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80}),
                arguments("beyond the last", new int[] {0xf4, 0x90, 0x80, 0x80}),
                arguments("windows-1258", new int[] {0xc3, 0x20}),
                arguments("cut off", new int[] {0xe1, 0xba}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notUtf8")
    void bytes_that_are_no_utf_8_are_no_json(String what, int[] bytes) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\n\"text\":\"a".getBytes(StandardCharsets.UTF_8));
        for (var one : bytes) {
            body.write(one);
        }
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

        var answer = post(body.toByteArray()).is(400, "malformed-json");

        assertThat(answer.text("detail")).contains("2").contains("10");
    }

    @Test
    void utf_16_is_no_json() {
        post("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16LE)).is(400, "malformed-json");
        post("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)).is(400, "malformed-json");
    }

    @Test
    void a_byte_order_mark_before_the_body_is_passed_over() {
        assertThat(post("\ufeff{\"text\":\"a\"}").is(200).text("text")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 10_000, 200_000})
    void depth_is_refused_before_it_hurts(int depth) {
        post("[".repeat(depth)).is(400);
        post("{\"text\":\"a\",\"lines\":" + "[".repeat(depth) + "]".repeat(depth) + "}")
                .is(400);
        post("{\"text\":\"a\",\"unknown\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}")
                .is(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':'a'}",
                "{text:\"a\"}",
                "{\"text\":\"a\",}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"}x",
                "{\"text\":\"a\" /* b */}",
                "{\"text\":\"a\",\"count\":NaN}",
                "{\"text\":\"a\",\"count\":01}",
                "{\"text\":\"a\",\"count\":+1}",
                "{\"text\":\"a\tb\"}",
                "{\"text\":\"\\q\"}",
                "{\"lines\":[{\"households\":1,}]}",
                "null",
                "7"
            })
    void what_is_nearly_json_is_none(String body) {
        post(body).is(400, "malformed-json");
    }

    @Test
    void what_is_wrong_is_said_also_where_the_key_is_looked_at_first() {
        for (var path : new String[] {"/api/v1/forms", "/api/v1/keyed-forms"}) {
            var officer = SERVICE.as("OFFICER@NA");
            officer.post(path, "x".repeat(3 << 20)).is(413, "too-large");
            officer.post(path, "\0").is(400, "malformed-json");
            officer.post(path, "{").is(400, "malformed-json");
            assertThat(officer.post(path, "{\"text\":\"Họp\"}").is(200).text("text"))
                    .isEqualTo("Họp");
        }
    }

    @Test
    void a_number_that_fills_a_page_is_not_even_read() {
        post("{\"text\":\"a\",\"amount\":" + "1".repeat(100_000) + "}").is(400, "malformed-json");
    }

    private static ApiResponse post(String body) {
        return SERVICE.as("OFFICER@NA").post("/api/v1/forms", body);
    }

    private static ApiResponse post(byte[] body) {
        return SERVICE.as("OFFICER@NA").post("/api/v1/forms", body);
    }
}
