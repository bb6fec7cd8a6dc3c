package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What was sent under a key is known by its hash, and can still be read. */
class RequestHashTest {

    private static final Service SERVICE = Service.shared();
    private static final String BODY = "{\"text\":\"Họp\"}";

    @Test
    void the_query_and_the_body_are_hashed() throws Exception {
        var answer = post("", BODY);

        assertThat(answer.text("hash")).isEqualTo(sha256("\0" + BODY));
        assertThat(answer.text("text")).isEqualTo("Họp");
        assertThat(post("?a=b", BODY).text("hash")).isEqualTo(sha256("a=b\0" + BODY));
        assertThat(post("", BODY + " ").text("hash")).isNotEqualTo(sha256("\0" + BODY));
    }

    @Test
    void nobody_compares_what_has_no_key() {
        var answer = SERVICE.request("PUT", "/api/v1/hashes")
                .as("OFFICER@NA")
                .json(BODY)
                .send()
                .is(200);

        assertThat(answer.text("hash")).isEqualTo("null");
        assertThat(SERVICE.request("PUT", "/api/v1/hashes")
                        .as("OFFICER@NA")
                        .header("Idempotency-Key", "k")
                        .json(BODY)
                        .send()
                        .text("hash"))
                .hasSize(64);
    }

    @Test
    void what_is_wrong_with_the_body_is_said_all_the_same() {
        SERVICE.post("/api/v1/hashes", "x".repeat(3 << 20)).send().is(413, "too-large");
        SERVICE.post("/api/v1/hashes", "\0").send().is(400, "malformed-json");
        SERVICE.post("/api/v1/hashes", "{").send().is(400, "malformed-json");
    }

    private static Request.Answer post(String query, String body) {
        return SERVICE.post("/api/v1/hashes" + query, body).send().is(200);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
