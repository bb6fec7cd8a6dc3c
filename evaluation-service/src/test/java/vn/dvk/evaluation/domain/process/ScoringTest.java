package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.NINETY;
import static vn.dvk.evaluation.domain.process.Dossier.after;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.evaluated;
import static vn.dvk.evaluation.domain.process.Dossier.model;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.points;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.score;
import static vn.dvk.evaluation.domain.process.Dossier.scored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.rubric.Band;
import vn.dvk.evaluation.domain.rubric.Criterion;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Refusal.Fault;

class ScoringTest {

    @Test
    void total_and_grade_are_computed() {
        process().given(opened()).when(score(Scorer.SELF, NINETY)).then(scored(Scorer.SELF, NINETY, 90, "EXCELLENT"));
    }

    @Test
    void decimals_add_up_as_on_paper() {
        var tenths = points(0.1, 0.2, 0.3, 0.1, 0.1, 0.1);
        process().given(opened()).when(score(Scorer.UNIT, tenths)).then(scored(Scorer.UNIT, tenths, 0.9, "FAIL"));
    }

    @Test
    void owner_unit_and_superior_have_records_of_their_own() {
        var process = after(
                opened(),
                scored(Scorer.SELF, NINETY, 90, "EXCELLENT"),
                scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"));
        assertThat(process.scores()).containsOnlyKeys(Scorer.SELF, Scorer.SUPERIOR);
    }

    @Test
    void scoring_again_replaces_the_record_until_concluded() {
        process()
                .given(opened(), scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"))
                .when(score(Scorer.SUPERIOR, NINETY))
                .then(scored(Scorer.SUPERIOR, NINETY, 90, "EXCELLENT"));
        process().given(evaluated()).when(score(Scorer.SUPERIOR, NINETY)).thenRefused("already-concluded");
    }

    @Test
    void the_same_score_sent_twice_is_recorded_once_even_after_the_conclusion() {
        process()
                .given(opened(), scored(Scorer.SELF, NINETY, 90, "EXCELLENT"))
                .when(score(Scorer.SELF, NINETY))
                .thenNothing();
        process().given(evaluated()).when(score(Scorer.SUPERIOR, EIGHTY_SIX)).thenNothing();
    }

    @Test
    void every_criterion_needs_points_within_its_maximum() {
        var wrong = new HashMap<>(NINETY);
        wrong.remove("NEED");
        wrong.put("LEADERSHIP", 10.5);
        wrong.put("CREATIVE", -1.0);
        wrong.put("FORCES", 17.125);
        wrong.put("BEAUTY", 5.0);

        var refusal = process().given(opened()).when(score(Scorer.SELF, wrong)).thenRefused("points-not-right");

        assertThat(refusal.faults())
                .extracting(Fault::field, fault -> fault.reason().code())
                .containsExactlyInAnyOrder(
                        tuple("criteria.NEED", "criterion-missing"),
                        tuple("criteria.LEADERSHIP", "points-out-of-range"),
                        tuple("criteria.CREATIVE", "points-out-of-range"),
                        tuple("criteria.FORCES", "too-many-decimals"),
                        tuple("criteria.BEAUTY", "criterion-unknown"));
    }

    @Test
    void the_full_marks_are_a_hundred_and_none_at_all_is_zero() {
        var full = points(10, 10, 20, 20, 25, 15);
        var none = points(0, 0, 0, 0, 0, 0);
        process().given(opened()).when(score(Scorer.SELF, full)).then(scored(Scorer.SELF, full, 100, "EXCELLENT"));
        process().given(opened()).when(score(Scorer.SELF, none)).then(scored(Scorer.SELF, none, 0, "FAIL"));
    }

    @Test
    void an_individual_is_scored_by_other_criteria() {
        var steps = after(opened()).steps();
        var person = new ProcessEvent.Opened(model(SubjectType.INDIVIDUAL), day("2024-02-05"), steps);
        var points = Map.of("EXEMPLARY", 18.0, "IDEAS", 18.0, "PRESSING", 18.0, "SERVES", 22.0, "DUTIES", 13.0);

        process().given(person).when(score(Scorer.SELF, points)).then(scored(Scorer.SELF, points, 89, "GOOD"));
        process().given(person).when(score(Scorer.SELF, NINETY)).thenRefused("points-not-right");
    }

    @Test
    void the_rubric_valid_on_the_scoring_date_counts_and_is_kept() {
        var strict = new Rubric(
                "2024-2",
                SubjectType.COLLECTIVE,
                day("2024-06-01"),
                List.of(new Criterion("ALL", "Tất cả", 100, null)),
                List.of(new Band("FAIL", "Không đạt", 0), new Band("PASS", "Đạt", 95)));
        var rubrics = new Rubrics(List.of(strict));
        var points = Map.of("ALL", 94.0);

        process()
                .given(opened())
                .when(new ProcessCommand.ScoreModel(Scorer.SELF, day("2024-06-01"), points, List.of(), null, rubrics))
                .then(new ProcessEvent.Scored(
                        Scorer.SELF,
                        new Score(day("2024-06-01"), "2024-2", points, 0, 94, "FAIL", false, List.of(), null)));
        process()
                .given(opened())
                .when(new ProcessCommand.ScoreModel(Scorer.SELF, day("2024-05-31"), points, List.of(), null, rubrics))
                .thenRefused("points-not-right");
    }
}
