package vn.dvk.reporting.domain.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.reporting.running.Model.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

class GoalsTest {

    private static final Instant FIRST = Instant.parse("2025-01-25T02:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String LATER = "2025-12-31";

    private final Model model = new Model("TM-2025", FIRST);

    /** M2 of the year in a province. */
    private Model twelveToSixty() {
        return model.registered("2025-01-25", List.of(goal("G1", "12", "60")))
                .reported("2025-03-05", "2025-02-01", "2025-02-28", "G1", "38")
                .reported("2025-05-05", "2025-04-01", "2025-04-30", "G1", "51")
                .reported("2025-06-06", "2025-05-01", "2025-05-31", "G1", "60");
    }

    @Test
    void each_report_says_how_far_the_goal_has_come() {
        twelveToSixty();

        assertThat(percents(only(LATER, NOW))).containsExactly("54", "81", "100");
        assertThat(only(LATER, NOW).percent()).isEqualTo("100");
        assertThat(only(LATER, NOW).baselineAssumed()).isFalse();
        assertThat(only(LATER, NOW).values())
                .extracting(value -> value.on().toString())
                .containsExactly("2025-03-05", "2025-05-05", "2025-06-06");
    }

    @Test
    void the_councils_own_values_count_until_its_conclusion_is_void() {
        twelveToSixty().found("1", "2025-07-01", "G1", "48");

        assertThat(percents(only(LATER, NOW))).containsExactly("54", "81", "100", "75");
        assertThat(percents(only("2025-06-30", NOW))).containsExactly("54", "81", "100");
        model.conclusionVoided("1", "2025-07-02");
        assertThat(percents(only(LATER, NOW))).containsExactly("54", "81", "100");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 40, 5, 13", // 12,5
        "0, 100, 250, 250",
        "10, 20, 5, -50",
        "25, 4.5, 25, 0",
        "25, 4.5, 14.75, 50",
        "25, 4.5, 4.5, 100",
        "25, 4.5, 30, -24"
    })
    void the_same_formula_holds_up_and_down_and_beyond(String baseline, String target, String value, String percent) {
        model.registered("2025-01-25", List.of(goal("G1", baseline, target)))
                .reported("2025-03-05", "2025-02-01", "2025-02-28", "G1", value);

        assertThat(only(LATER, NOW).percent()).isEqualTo(percent);
    }

    @Test
    void a_goal_without_a_baseline_begins_at_nought_and_says_so() {
        model.registered("2025-01-25", List.of(goal("G1", null, "50")))
                .reported("2025-03-05", "2025-02-01", "2025-02-28", "G1", "10");

        assertThat(only(LATER, NOW).baseline()).isEqualTo("0");
        assertThat(only(LATER, NOW).baselineAssumed()).isTrue();
        assertThat(only(LATER, NOW).percent()).isEqualTo("20");
    }

    @Test
    void a_target_that_equals_its_baseline_has_no_percent() {
        model.registered("2025-01-25", List.of(goal("G1", "60", "60.0")))
                .reported("2025-03-05", "2025-02-01", "2025-02-28", "G1", "60");

        assertThat(only(LATER, NOW).values()).singleElement().satisfies(value -> {
            assertThat(value.value()).isEqualTo("60");
            assertThat(value.percent()).isNull();
        });
        assertThat(only(LATER, NOW).percent()).isNull();
    }

    @Test
    void a_goal_corrected_later_was_always_so() {
        twelveToSixty();
        var corrected = model.now();
        model.goalsCorrected("2025-07-01", List.of(goal("G1", "12", "64")));

        assertThat(percents(only(LATER, NOW))).containsExactly("50", "75", "92");
        assertThat(percents(only(LATER, corrected.minusMillis(1))))
                .as("nobody knew")
                .containsExactly("54", "81", "100");
        assertThat(only("2025-05-31", NOW).target()).as("nor was it ever 60").isEqualTo("64");
    }

    @Test
    void a_goal_changed_counts_from_its_day_on() {
        twelveToSixty().goalsChanged("2025-06-01", List.of(goal("G1", "12", "108")));

        assertThat(percents(only(LATER, NOW))).containsExactly("54", "81", "50");
        assertThat(only(LATER, NOW).target()).isEqualTo("108");
        assertThat(only("2025-05-31", NOW).target()).isEqualTo("60");
    }

    @Test
    void what_else_is_corrected_or_changed_leaves_the_goals_alone() {
        twelveToSixty().with("field", "KT").corrected("2025-06-10", "field").changed("2025-06-11", "name");

        assertThat(percents(only(LATER, NOW))).containsExactly("54", "81", "100");
    }

    @Test
    void a_report_counts_from_its_business_date_and_once_it_is_known() {
        twelveToSixty();
        var late = model.now();
        model.reported("2025-04-02", "2025-03-01", "2025-03-31", "G1", "44");

        assertThat(percents(only("2025-05-05", NOW))).containsExactly("54", "67", "81");
        assertThat(percents(only("2025-05-04", NOW))).containsExactly("54", "67");
        assertThat(percents(only("2025-05-05", late.minusMillis(1)))).containsExactly("54", "81");
    }

    @Test
    void a_late_report_on_an_earlier_month_does_not_undo_what_has_come_since() {
        twelveToSixty().reported("2025-07-20", "2025-03-01", "2025-03-31", "G1", "44");

        assertThat(percents(only(LATER, NOW))).containsExactly("54", "81", "100", "67");
        assertThat(only(LATER, NOW).percent()).isEqualTo("100");
    }

    @Test
    void a_second_report_on_a_month_takes_the_place_of_the_first() {
        twelveToSixty();
        var again = model.now();
        model.reported("2025-06-20", "2025-05-01", "2025-05-31", "G1", "57");

        assertThat(percents(only(LATER, NOW))).containsExactly("54", "81", "94");
        assertThat(percents(only("2025-06-19", NOW))).containsExactly("54", "81", "100");
        assertThat(percents(only(LATER, again.minusMillis(1)))).containsExactly("54", "81", "100");
    }

    @Test
    void every_goal_has_its_own_values() {
        model.registered("2025-01-25", List.of(goal("G1", "12", "60"), goal("G2", "25", "5")))
                .reported("2025-03-05", "2025-02-01", "2025-02-28", "G2", "10");

        assertThat(goals(LATER, NOW)).extracting(GoalProgress::id).containsExactly("G1", "G2");
        assertThat(goals(LATER, NOW).get(0).values()).isEmpty();
        assertThat(goals(LATER, NOW).get(0).percent()).isNull();
        assertThat(goals(LATER, NOW).get(1).direction()).isEqualTo("DOWN");
        assertThat(goals(LATER, NOW).get(1).percent()).isEqualTo("75");
    }

    @Test
    void a_value_before_its_goal_has_no_percent() {
        twelveToSixty()
                .reported("2025-07-05", "2025-06-01", "2025-06-30", "G2", "3")
                .goalsChanged("2025-08-01", List.of(goal("G2", "0", "10")));

        assertThat(only(LATER, NOW).values())
                .singleElement()
                .satisfies(value -> assertThat(value.percent()).isNull());
    }

    @Test
    void what_is_not_registered_yet_or_never_was_has_no_goals() {
        twelveToSixty();
        var voided = model.now();
        model.voided("2025-07-01");

        assertThat(goals("2025-01-24", voided.minusMillis(1))).isEmpty();
        assertThat(goals(LATER, FIRST.minusMillis(1))).isEmpty();
        assertThat(goals(LATER, NOW)).isEmpty();
        assertThat(goals(LATER, voided.minusMillis(1))).hasSize(1);
    }

    private List<GoalProgress> goals(String asOf, Instant asKnown) {
        var events = model.incoming().stream().map(EventReader::read).toList();
        return Goals.of(EventHistory.of(events), LocalDate.parse(asOf), asKnown);
    }

    private GoalProgress only(String asOf, Instant asKnown) {
        assertThat(goals(asOf, asKnown)).hasSize(1);
        return goals(asOf, asKnown).getFirst();
    }

    private static List<String> percents(GoalProgress goal) {
        return goal.values().stream()
                .map(value -> String.valueOf(value.percent()))
                .toList();
    }
}
