package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;

/** An installation without a name of its own does not start: what it had said could never be told from others' again. */
class NamelessTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Tỉnh mẫu"})
    void says_in_one_sentence_what_it_wants_to_be_told(String name) {
        assertThatThrownBy(() -> RunningService.start(SampleService.class, "DVK_INSTALLATION=" + name))
                .rootCause()
                .hasMessage("An installation is named by 2 to 40 small letters, digits and hyphens, such as tinh-mau"
                        + " (DVK_INSTALLATION), not by “%s”".formatted(name));
    }
}
