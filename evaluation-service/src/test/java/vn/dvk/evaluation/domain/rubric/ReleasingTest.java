package vn.dvk.evaluation.domain.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.rubric.RubricCommand.Release;
import vn.dvk.evaluation.domain.rubric.RubricEvent.Released;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.spec.Specification;

class ReleasingTest {

    private static final List<Criterion> HUNDRED =
            List.of(new Criterion("A", "Một", 33.5, "Ảnh"), new Criterion("B", "Hai", 66.5, null));
    private static final List<Band> BANDS =
            List.of(new Band("FAIL", "Không đạt", 0), new Band("PASS", "Đạt", 50), new Band("GOOD", "Tốt", 80));

    private final Specification<RubricCommand, Rubrics, RubricEvent> rubrics = Specification.of(new RubricDecider());

    @Test
    void a_rubric_whose_weights_add_up_to_a_hundred_is_released() {
        var rubric = rubric("2024-1", HUNDRED, BANDS);
        rubrics.given().when(new Release(rubric, List.of())).then(new Released(rubric));
    }

    @Test
    void a_released_version_never_changes() {
        var rubric = rubric("2024-1", HUNDRED, BANDS);
        rubrics.given(new Released(rubric)).when(new Release(rubric, List.of())).thenNothing();
        rubrics.given(new Released(rubric))
                .when(new Release(rubric("2024-1", HUNDRED, BANDS.subList(0, 2)), List.of()))
                .thenRefused("rubric-released");
    }

    @Test
    void versions_of_two_subjects_may_have_the_same_name() {
        var other = new Rubric("2024-1", SubjectType.INDIVIDUAL, day("2024-01-01"), HUNDRED, BANDS);
        rubrics.given(new Released(rubric("2024-1", HUNDRED, BANDS)))
                .when(new Release(other, List.of()))
                .then(new Released(other));
    }

    @Test
    void weights_add_up_to_a_hundred() {
        assertFault(
                "weights-not-hundred", "criteria", rubric("x", List.of(new Criterion("A", "Một", 99.99, null)), BANDS));
        assertFault("weights-not-hundred", "criteria", rubric("x", List.of(), BANDS));
    }

    @Test
    void a_weight_is_positive_and_has_two_decimals_at_most() {
        assertFault(
                "weight-not-positive",
                "criteria[1].max",
                rubric("x", List.of(new Criterion("A", "Một", 100, null), new Criterion("B", "Hai", 0, null)), BANDS));
        assertFault(
                "too-many-decimals",
                "criteria[0].max",
                rubric(
                        "x",
                        List.of(new Criterion("A", "Một", 33.333, null), new Criterion("B", "Hai", 66.667, null)),
                        BANDS));
    }

    @Test
    void bands_go_upwards_from_zero_to_a_hundred_at_most() {
        assertFault("bands-not-from-zero", "bands[0].from", rubric("x", HUNDRED, BANDS.subList(1, 3)));
        assertFault(
                "bands-not-ascending",
                "bands[1].from",
                rubric("x", HUNDRED, List.of(BANDS.get(0), new Band("PASS", "Đạt", 0))));
        assertFault(
                "band-out-of-range",
                "bands[1].from",
                rubric("x", HUNDRED, List.of(BANDS.get(0), new Band("PASS", "Đạt", 101))));
    }

    @Test
    void codes_are_unique_and_the_one_for_no_grade_is_taken() {
        assertFault(
                "code-twice",
                "criteria[1].code",
                rubric("x", List.of(new Criterion("A", "Một", 50, null), new Criterion("A", "Hai", 50, null)), BANDS));
        assertFault(
                "code-twice",
                "bands[1].code",
                rubric("x", HUNDRED, List.of(BANDS.get(0), new Band("FAIL", "Lại", 50))));
        assertFault(
                "code-reserved",
                "bands[1].code",
                rubric("x", HUNDRED, List.of(BANDS.get(0), new Band("INELIGIBLE", "Không đủ điều kiện", 50))));
    }

    @Test
    void bonus_points_come_on_top_of_the_hundred_and_have_codes_of_their_own() {
        var bonus = List.of(new Criterion("SPREAD", "Được nơi khác học tập", 5, null));
        var rubric = new Rubric("2024-1", SubjectType.COLLECTIVE, day("2024-01-01"), HUNDRED, bonus, false, BANDS);
        rubrics.given().when(new Release(rubric, List.of())).then(new Released(rubric));

        var wrong = List.of(
                new Criterion(HUNDRED.getFirst().code(), "Lại", 5, null), new Criterion("NONE", "Không", 0, null));
        var refused = new Rubric("2024-1", SubjectType.COLLECTIVE, day("2024-01-01"), HUNDRED, wrong, false, BANDS);
        assertFault("code-twice", "bonus[0].code", refused);
        assertFault("weight-not-positive", "bonus[1].max", refused);
    }

    @Test
    void the_name_of_the_defaults_is_taken() {
        assertFault("version-reserved", "version", rubric(Rubric.DEFAULT_VERSION, HUNDRED, BANDS));
    }

    @Test
    void any_codes_will_do_because_the_bands_say_whether_they_pass() {
        var bands = List.of(
                new Band("KHONG_DAT", "Không đạt", 0, false),
                new Band("CAN_BO_SUNG", "Cần bổ sung", 40, false),
                new Band("DAT", "Đạt", 60, true));
        var rubric = rubric("2024-1", HUNDRED, bands);
        rubrics.given().when(new Release(rubric, List.of())).then(new Released(rubric));
        assertThat(rubric.bandOf(59.99).passing()).isFalse();
        assertThat(rubric.bandOf(60).passing()).isTrue();
    }

    @Test
    void where_no_band_says_so_all_but_the_lowest_pass() {
        var bands = List.of(new Band("KHONG_DAT", "Không đạt", 0), new Band("DAT", "Đạt", 50), new Band("A", "A", 90));
        assertThat(rubric("x", HUNDRED, bands).bands()).extracting(Band::passes).containsExactly(false, true, true);
        assertThat(rubric("x", HUNDRED, List.of(new Band("DAT", "Đạt", 0))).bands())
                .as("a lone band grades everybody alike")
                .extracting(Band::passes)
                .containsExactly(true);
    }

    @Test
    void a_higher_band_passes_if_a_lower_one_does_and_all_are_said_or_none() {
        assertFault(
                "passes-not-ascending",
                "bands[1].passes",
                rubric("x", HUNDRED, List.of(new Band("A", "A", 0, true), new Band("B", "B", 50, false))));
        assertFault(
                "passes-missing",
                "bands[0].passes",
                rubric("x", HUNDRED, List.of(new Band("A", "A", 0), new Band("B", "B", 50, true))));
    }

    private void assertFault(String code, String field, Rubric rubric) {
        assertThat(rubrics.given()
                        .when(new Release(rubric, List.of()))
                        .thenRefused("rubric-not-right")
                        .faults())
                .extracting(Fault::field, fault -> fault.reason().code())
                .contains(tuple(field, code));
    }

    private static Rubric rubric(String version, List<Criterion> criteria, List<Band> bands) {
        return new Rubric(version, SubjectType.COLLECTIVE, day("2024-01-01"), criteria, bands);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
