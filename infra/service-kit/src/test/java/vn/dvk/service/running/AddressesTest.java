package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import vn.dvk.kit.envelope.Json;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Tokens;

/** What is no address, or no request at all, is answered like everything else: a problem, in two languages, no page. */
class AddressesTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /api/v1/boards?day=%ZZ, 400, malformed-address",
        "GET, /api/v1/boards?day=2024-06-30&q=%ZZ, 400, malformed-address",
        "GET, /api/v1/boards?q=%, 400, malformed-address",
        "GET, /api/v1/boards?q=%4, 400, malformed-address",
        "GET, /api/v1/boards?q=%FF, 400, malformed-address",
        "GET, /api/v1/boards?q=%C0%AF, 400, malformed-address",
        "GET, /api/v1/boards?q=%ED%A0%80, 400, malformed-address",
        "GET, /api/v1/boards?q=%00, 400, malformed-address",
        "GET, /api/v1/boards?q=a%0Ab, 400, malformed-address",
        "GET, /api/v1/boards?%00=a, 400, malformed-address",
        "GET, /api/v1/boards/%ZZ, 400, malformed-address",
        "GET, /api/v1/boards/%FF, 400, malformed-address",
        "GET, /api/v1/boards/%00, 400, malformed-address",
        "GET, /api/v1/boards/a%2Fb, 400, malformed-address",
        "GET, /api/v1/boards/a%5Cb, 400, malformed-address",
        "GET, /api/v1/boards/%2e%2e/x, 400, malformed-address",
        "GET, /api/v1/boards/../../../x, 400, malformed-address",
        "GET, /api/v1/boards/a;b=c, 400, malformed-address",
        "GET, //api/v1/boards, 400, malformed-address",
        "GET, api/v1/boards, 400, malformed-address",
        "GET, /api/v1/boards?day=%2B10000-01-01, 400, malformed-parameter",
        "GET, /api/v1/boards?day=-999999999-01-01, 400, malformed-parameter",
        "GET, /api/v1/boards?day=1899-12-31, 400, malformed-parameter",
        "GET, /api/v1/boards?day=2024-6-3, 400, malformed-parameter",
        "GET, /api/v1/boards?day=, 400, malformed-parameter",
        "GET, /api/v1/nowhere/at/all, 404, no-such-address",
        "PATCH, /api/v1/boards/a, 405, method-not-allowed",
        "PROPFIND, /api/v1/boards/a, 405, method-not-allowed",
        "MAKEITSO, /api/v1/boards/a, 405, method-not-allowed",
        "TRACE, /api/v1/boards/a, 405, method-not-allowed"
    })
    void what_is_no_address_is_a_problem(String method, String address, int status, String code) throws Exception {
        assertProblem(method + " " + address, "", status, code);
    }

    @Test
    void what_is_too_long_is_a_problem() throws Exception {
        assertProblem("GET /api/v1/boards?q=" + "a".repeat(9 << 10), "", 414, "address-too-long");
        assertProblem("GET /api/v1/boards", "X-Long: " + "a".repeat(90 << 10) + "\r\n", 400, "malformed-address");
        assertProblem("GET /api/v1/boards?" + "a&".repeat(2000), "", 400, "malformed-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: nonsense\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 1\r\nContent-Length: 2\r\n",
                "Bad Header: x\r\n"
            })
    void what_is_no_header_is_a_problem(String header) throws Exception {
        assertProblem("GET /api/v1/boards", header, 400, "malformed-address");
    }

    /** Nobody knows in which language, because the header that says so was not reached. */
    @Test
    void what_is_no_request_is_a_problem_in_vietnamese() throws Exception {
        for (var line : new String[] {"G T /api/v1/boards", "GET /" + "a".repeat(90 << 10), "GET /{x}", "GET /a|b"}) {
            var answer = raw(line, "", "en");

            assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Type: application/problem+json");
            assertThat(answer).doesNotContain("<", "Exception", "Tomcat");
            assertThat(body(answer).path("title").asString()).isEqualTo("Địa chỉ không hợp lệ");
        }
    }

    private static void assertProblem(String request, String headers, int status, String code) throws Exception {
        var vietnamese = raw(request, headers, "vi");
        var english = raw(request, headers, "en-GB,en;q=0.9");

        for (var answer : new String[] {vietnamese, english}) {
            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer).contains("Content-Type: application/problem+json");
            assertThat(answer)
                    .contains("X-Correlation-Id: ", "X-Content-Type-Options: nosniff", "Content-Security-Policy: ");
            assertThat(answer).doesNotContain("<", "Exception", "Tomcat");
            assertThat(body(answer).path("code").asString()).isEqualTo(code);
            assertThat(body(answer).path("correlation").asString()).isNotEmpty();
            assertThat(body(answer).path("detail").asString()).doesNotContain("{0}");
        }
        assertThat(body(vietnamese).path("title").asString())
                .isNotEqualTo(body(english).path("title").asString());
    }

    private static tools.jackson.databind.JsonNode body(String answer) {
        return Json.MAPPER.readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
    }

    private static String raw(String request, String headers, String language) throws Exception {
        try (var wire = new Wire(SERVICE)) {
            return wire.send(request + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + language
                            + "\r\nAccept: text/html, */*\r\nAuthorization: Bearer " + Tokens.of("canbo", "VIEWER@VN")
                            + "\r\n" + headers + "Connection: close\r\n\r\n")
                    .receive();
        }
    }

    @Test
    void a_host_that_is_none_is_a_problem() throws Exception {
        for (var host : new String[] {"", "Host: a b\r\n", "Host: a\r\nHost: b\r\n"}) {
            try (var wire = new Wire(SERVICE)) {
                var answer = wire.send("GET /open HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n")
                        .receive();

                assertThat(answer)
                        .startsWith("HTTP/1.1 400")
                        .contains("application/problem+json")
                        .doesNotContain("<");
            }
        }
    }

    @Test
    void parts_of_a_form_are_no_body() {
        var body = "x\r\nContent-Disposition: form-data; name=\"day\"\r\n\r\n2024-06-30\r\n--x--\r\n";

        SERVICE.as("OFFICER@NA")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .exchange(HttpMethod.valueOf("POST"), "/api/v1/forms", body)
                .is(415, "unsupported-media-type");
    }

    @Test
    void a_form_does_not_become_parameters() {
        SERVICE.as("VIEWER@VN")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .exchange(HttpMethod.valueOf("GET"), "/api/v1/boards", "day=2024-06-30")
                .is(415, "unsupported-media-type");
    }

    @Test
    void vietnamese_in_an_address_is_text() {
        SERVICE.as("VIEWER@VN")
                .get("/api/v1/boards/Th%C3%B4n%20%C4%90%C3%B4ng?q=%C4%91")
                .is(404, "not-found");
    }
}
