package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReleasedSamplesTest {

    private static final String SAMPLE = "registration/model-registered.v1.full.json";

    private static final ContractFiles FILES = ContractFiles.onClassPath();

    @Test
    void no_released_sample_has_changed_and_each_one_is_listed() {
        Contracts.load().assertReleasedSamplesUntouched();
        assertThat(FILES.text(ReleasedSamples.LIST)).contains(SAMPLE);
    }

    @Test
    void a_changed_sample_is_found() {
        found(FILES.with(SAMPLE, FILES.text(SAMPLE) + " "), SAMPLE + " was released and has changed");
    }

    @Test
    void a_vanished_sample_is_found() {
        found(FILES.without(SAMPLE), SAMPLE + " was released and is gone");
    }

    @Test
    void a_sample_that_is_not_listed_is_found_with_the_command_that_lists_it() {
        var added = "registration/model-registered.v1.with-district.json";

        found(FILES.with(added, "{}"), "sha256sum " + added + " >> released.sha256");
    }

    @Test
    void a_second_line_for_a_changed_sample_does_not_help() {
        var list = FILES.text(ReleasedSamples.LIST);

        found(FILES.with(ReleasedSamples.LIST, list + list.lines().findFirst().orElseThrow()), "is listed twice");
        found(FILES.with(ReleasedSamples.LIST, "nonsense"), "is not a hash and a path");
    }

    private static void found(ContractFiles files, String problem) {
        assertThatThrownBy(() -> Contracts.of(files).assertReleasedSamplesUntouched())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(problem);
    }
}
