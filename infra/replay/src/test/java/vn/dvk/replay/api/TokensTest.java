package vn.dvk.replay.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The demo people are clients of the local issuer, and people with a password at Keycloak. */
class TokensTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(exchange.getRequestURI() + " " + authorization + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var answer = "{\"access_token\":\"good\",\"expires_in\":60}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void the_local_issuer_is_asked_as_a_client() {
        assertThat(token(Map.of("DVK_ISSUER", address("")))).isEqualTo("good");
        assertThat(asked).containsExactly("/oauth2/token Basic eGVtOmRlbW8= grant_type=client_credentials");
    }

    @Test
    void keycloak_is_asked_with_the_password_of_this_installation() {
        var environment =
                Map.of("DVK_ISSUER", address("/realms/dvk"), "DVK_DEMO_CLIENT", "dvk-demo", "DVK_DEMO_SECRET", "a&b");

        assertThat(token(environment)).isEqualTo("good");
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/realms/dvk/protocol/openid-connect/token null ")
                .contains("grant_type=password", "client_id=dvk-demo", "username=xem", "password=a%26b");
    }

    private String token(Map<String, String> environment) {
        var wire = new Wire(HttpClient.newHttpClient(), Patience.USUAL, Pause.REAL);
        return new Tokens(wire, JsonMapper.shared(), Platform.from(environment), Clock.systemUTC()).of(Actor.VIEWER);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + issuer.getAddress().getPort() + path;
    }
}
