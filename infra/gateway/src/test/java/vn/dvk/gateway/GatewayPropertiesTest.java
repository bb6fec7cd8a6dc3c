package vn.dvk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the address people type has to be. */
class GatewayPropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:18089", "http://localhost:18089"})
    void on_the_own_machine_the_cookie_may_travel_in_the_open(String address) {
        assertThat(bound(address).secure()).isFalse();
    }

    @Test
    void everywhere_else_it_travels_encrypted() {
        assertThat(bound("https://danvankheo.tinh.example").secure()).isTrue();
    }

    @Test
    void an_address_that_would_send_it_in_the_open_is_refused() {
        assertThatThrownBy(() -> bound("http://danvankheo.tinh.example"))
                .rootCause()
                .hasMessageContaining("must begin with https");
    }

    @Test
    void the_variable_dvk_gateway_beside_the_settings_below_it_is_no_hindrance() {
        var settings = new HashMap<>(settings("https://danvankheo.tinh.example"));
        settings.put("dvk.gateway", "https://danvankheo.tinh.example");

        assertThat(bound(settings).secret()).isEqualTo("demo");
    }

    /** The cookie itself, as a server behind such an address sets it. */
    @Test
    void a_cookie_that_travels_encrypted_says_so() throws Exception {
        try (var gateway = GatewayApplication.application(Map.of())
                        .run("--server.port=0", "--DVK_GATEWAY=https://danvankheo.tinh.example");
                var client = HttpClient.newHttpClient()) {
            var port = gateway.getEnvironment().getRequiredProperty("local.server.port");
            var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                    .header("Accept", "text/html");

            var answer = client.send(page.build(), BodyHandlers.ofString());

            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("DVK_GATEWAY=")
                    .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        }
    }

    private static GatewayProperties bound(String address) {
        return bound(settings(address));
    }

    private static Map<String, String> settings(String address) {
        return Map.of(
                "dvk.gateway.address", address,
                "dvk.gateway.issuer", "http://issuer.test",
                "dvk.gateway.secret", "demo");
    }

    private static GatewayProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("dvk.gateway", GatewayProperties.class)
                .get();
    }
}
