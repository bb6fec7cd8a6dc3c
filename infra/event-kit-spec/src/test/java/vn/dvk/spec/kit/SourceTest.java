package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.Source;

class SourceTest {

    private static final Installation HERE = new Installation("tinh-mau");

    @Test
    void isReadAsItIsWritten() {
        var source = HERE.source("registration");

        assertThat(source).isEqualTo("/dvk/tinh-mau/registration");
        assertThat(Source.read(source)).isEqualTo(new Source(HERE, "registration"));
        assertThat(Source.serviceOf(source)).isEqualTo("registration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dvk/registration", "/dvk/a/b/c", "dvk/tinh-mau/registration", "/dvk/Tinh/registration", ""})
    void anythingElseIsNoSource(String text) {
        assertThatThrownBy(() -> Source.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTopicBelongsToOneServiceOfOneInstallation() {
        assertThat(Source.ofTopic("dvk.registration.v1", HERE)).contains(new Source(HERE, "registration"));
        assertThat(Source.ofTopic("thainguyen.dvk.registration.v1", HERE)).isEmpty();
        assertThat(Source.ofTopic("dvk.registration.v1.dlt", HERE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-a", "Tỉnh", "TINH", "a_b", "abcdefghijklmnopqrstuvwxyzabcdefghijklmno"})
    void anInstallationIsNamedInOneSentence(String name) {
        assertThatThrownBy(() -> new Installation(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DVK_INSTALLATION")
                .hasMessageEndingWith("“" + name + "”");
    }
}
