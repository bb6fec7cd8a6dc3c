package vn.dvk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static GatewayProperties bound(String address) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "dvk.gateway.address", address,
                        "dvk.gateway.issuer", "http://issuer.test",
                        "dvk.gateway.secret", "demo")))
                .bind("dvk.gateway", GatewayProperties.class)
                .get();
    }
}
