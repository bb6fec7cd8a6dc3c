package vn.dvk.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Installation;

class InstallationsTest {

    private static final Installation OWN = new Installation("tinh-mau");

    @Test
    void readsTheTopicsOfAllUnderTheirPrefixes() {
        var installations =
                new Installations(OWN, List.of(followed("thai-nguyen", "thainguyen"), followed("ha-giang", null)));

        assertThat(installations.topics(List.of("dvk.directory.v1", "dvk.awards.v1")))
                .containsExactly(
                        "dvk.directory.v1",
                        "dvk.awards.v1",
                        "thainguyen.dvk.directory.v1",
                        "thainguyen.dvk.awards.v1",
                        "ha-giang.dvk.directory.v1",
                        "ha-giang.dvk.awards.v1");
    }

    @Test
    void oneNameOrOnePrefixIsNotTwoInstallations() {
        assertThatThrownBy(() -> new Installations(OWN, List.of(followed("tinh-mau", "other"))))
                .hasMessageContaining("tinh-mau twice");
        assertThatThrownBy(() -> new Installations(OWN, List.of(followed("a1", "same"), followed("b1", "same"))))
                .hasMessageContaining("somebody else's");
        assertThatThrownBy(() -> followed("a1", "x y")).hasMessageContaining("x y");
    }

    private static Followed followed(String name, @org.jspecify.annotations.Nullable String prefix) {
        return new Followed(new Installation(name), prefix, null, null);
    }
}
