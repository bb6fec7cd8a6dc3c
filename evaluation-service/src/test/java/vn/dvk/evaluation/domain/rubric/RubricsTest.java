package vn.dvk.evaluation.domain.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.kit.decide.Decision;

class RubricsTest {

    @ParameterizedTest
    @EnumSource
    void the_defaults_keep_the_rules_of_every_rubric(SubjectType subject) {
        var standard = byDefault(subject);
        assertThat(standard.subject()).isEqualTo(subject);
        assertThat(standard.version()).isEqualTo("default-1");
        assertThat(new RubricDecider().decide(new RubricCommand.Release(renamed(standard), List.of()), Rubrics.NONE))
                .isEqualTo(Decision.accept(new RubricEvent.Released(renamed(standard))));
    }

    @Test
    void a_household_is_scored_like_a_collective() {
        assertThat(byDefault(SubjectType.HOUSEHOLD).criteria())
                .isEqualTo(byDefault(SubjectType.COLLECTIVE).criteria());
        assertThat(byDefault(SubjectType.INDIVIDUAL).criteria())
                .isNotEqualTo(byDefault(SubjectType.COLLECTIVE).criteria());
    }

    @ParameterizedTest
    @CsvSource({
        "100,EXCELLENT",
        "90,EXCELLENT",
        "89.99,GOOD",
        "80,GOOD",
        "79.99,FAIR",
        "70,FAIR",
        "69.99,PASS",
        "50,PASS",
        "49.99,FAIL",
        "0,FAIL"
    })
    void a_total_earns_the_highest_band_it_reaches(double total, String grade) {
        assertThat(byDefault(SubjectType.COLLECTIVE).bandOf(total).code()).isEqualTo(grade);
    }

    @Test
    void the_version_that_became_valid_last_counts() {
        var rubrics = new Rubrics(
                List.of(from("second", "2024-07-01"), from("first", "2024-01-01"), from("corrected", "2024-07-01")));

        assertThat(version(rubrics, "2023-12-31")).isEqualTo("default-1");
        assertThat(version(rubrics, "2024-01-01")).isEqualTo("first");
        assertThat(version(rubrics, "2024-06-30")).isEqualTo("first");
        assertThat(version(rubrics, "2024-07-01"))
                .as("of two from the same day, the one released later")
                .isEqualTo("corrected");
    }

    @Test
    void a_subject_without_a_version_of_its_own_has_the_default() {
        var rubrics = new Rubrics(List.of(from("first", "2024-01-01")));
        assertThat(rubrics.validOn(LocalDate.parse("2024-06-01"), SubjectType.HOUSEHOLD)
                        .version())
                .isEqualTo("default-1");
    }

    private static String version(Rubrics rubrics, String day) {
        return rubrics.validOn(LocalDate.parse(day), SubjectType.COLLECTIVE).version();
    }

    private static Rubric from(String version, String day) {
        var standard = byDefault(SubjectType.COLLECTIVE);
        return new Rubric(version, SubjectType.COLLECTIVE, LocalDate.parse(day), standard.criteria(), standard.bands());
    }

    private static Rubric renamed(Rubric rubric) {
        return new Rubric("copy", rubric.subject(), rubric.validFrom(), rubric.criteria(), rubric.bands());
    }

    private static Rubric byDefault(SubjectType subject) {
        return Objects.requireNonNull(Rubric.DEFAULTS.get(subject));
    }
}
