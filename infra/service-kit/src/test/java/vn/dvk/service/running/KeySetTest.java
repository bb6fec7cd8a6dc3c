package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;

/** Anybody can make up a token that names a key nobody knows; the issuer is not asked about each. */
class KeySetTest {

    @Test
    void keys_nobody_knows_are_not_asked_for_again_and_again() throws Exception {
        try (var issuer = new CountingIssuer();
                var service = RunningService.start(
                        SampleService.class,
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.address)) {
            for (var i = 0; i < 30; i++) {
                service.api()
                        .token(madeUp("key-" + i))
                        .get("/api/v1/boards/none")
                        .is(401, "unauthenticated");
            }

            assertThat(issuer.fetches.get()).isBetween(1, 3);
        }
    }

    private static String madeUp(String key) {
        return part(Map.of("alg", "RS256", "kid", key)) + "." + part(Map.of("sub", "x")) + "." + "A".repeat(342);
    }

    private static String part(Map<String, ?> content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.MAPPER.writeValueAsBytes(content));
    }

    /** Has one key, and counts how often it is asked for it. */
    private static final class CountingIssuer implements AutoCloseable {

        private final AtomicInteger fetches = new AtomicInteger();
        private final HttpServer server;
        private final String address;

        CountingIssuer() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            address = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext(
                    "/.well-known/openid-configuration",
                    request -> answer(request, Map.of("issuer", address, "jwks_uri", address + "/keys")));
            server.createContext("/keys", request -> {
                fetches.incrementAndGet();
                answer(request, Map.of("keys", List.of(key())));
            });
            server.start();
        }

        private static Map<String, String> key() {
            var modulus = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(new byte[256])
                    .replace("AAAA", "qqqq");
            return Map.of("kty", "RSA", "use", "sig", "alg", "RS256", "kid", "known", "n", modulus, "e", "AQAB");
        }

        private static void answer(HttpExchange request, Map<String, ?> content) throws IOException {
            try (request) {
                var body = Json.MAPPER.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
                request.getResponseHeaders().add("Content-Type", "application/json");
                request.sendResponseHeaders(200, body.length);
                request.getResponseBody().write(body);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
