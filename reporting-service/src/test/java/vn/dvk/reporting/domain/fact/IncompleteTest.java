package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

/** What the papers of a historic programme do not tell is missing as long as the thing itself counts. */
class IncompleteTest {

    private final Model model = new Model("NA-2018", Instant.parse("2024-03-01T02:00:00Z"));

    @Test
    void whatIsMissingIsCountedFromTheDayOnThatItCountsBy() {
        model.registered("2018-03-01")
                .roughly("step-completed", "2018-12-31", Map.of("step", "CARRY_OUT"), "on", "document.number");

        assertThat(missing("2018-12-30")).isZero();
        assertThat(missing("2018-12-31")).isEqualTo(1);
    }

    @Test
    void aStepThatIsReturnedLacksNothing() {
        model.registered("2018-03-01")
                .roughly("step-completed", "2018-12-31", Map.of("step", "CARRY_OUT"), "on")
                .stepReturned("CARRY_OUT", 3, "2019-02-01");

        assertThat(missing("2019-01-31")).isEqualTo(1);
        assertThat(missing("2019-02-01")).isZero();
    }

    @Test
    void aConclusionThatNeverWasLacksNothing() {
        model.registered("2018-03-01")
                .roughly("model-evaluated", "2018-12-31", Map.of("conclusion", "1"), "minutes.number")
                .conclusionVoided("1", "2019-02-01");

        assertThat(missing("2018-12-31")).isZero();
    }

    @Test
    void whatIsSaidAgainOfAYearLacksWhatItLacksNow() {
        model.registered("2018-03-01")
                .roughly("model-reviewed", "2018-12-31", Map.of("review", model.id() + "/2018"), "on");
        assertThat(missing("2018-12-31")).isEqualTo(1);

        model.reviewed(2018, "MAINTAINED", "2018-12-20");
        assertThat(missing("2018-12-31")).isZero();
    }

    @Test
    void anAwardWithoutAnAmountLacksItUntilItIsCorrectedAndNamesIt() {
        model.registered("2018-03-01").awarded("a1", "GIAY_KHEN", "2018-06-01");
        assertThat(lacks("2018-12-31")).isEmpty();

        model.awardLacking("a2", "2018-06-01", "decision.number", "amount").awardLacking("a3", "2018-07-01", "amount");
        assertThat(lacks("2018-06-30")).containsExactly("amount", "decision.number");
        assertThat(lacks("2018-12-31")).containsExactly("amount", "amount", "decision.number");

        model.awardCorrected("a2", "GIAY_KHEN", "2018-09-01");
        assertThat(lacks("2018-06-30")).as("it was never so").isEmpty();
        model.awardRevoked("a3", "ENDED", "2018-10-01");
        assertThat(lacks("2018-09-30")).containsExactly("amount");
        assertThat(lacks("2018-12-31")).isEmpty();
    }

    /** As known now. */
    private long missing(String day) {
        return lacking(day).map(fact -> fact.get(Dimension.MODEL)).distinct().count();
    }

    private List<String> lacks(String day) {
        return lacking(day)
                .map(fact -> String.valueOf(fact.get(Dimension.LACKS)))
                .sorted()
                .toList();
    }

    private Stream<Fact> lacking(String day) {
        var on = LocalDate.parse(day);
        return Facts.of(EventHistory.of(
                        model.incoming().stream().map(EventReader::read).toList()))
                .stream()
                .filter(fact -> fact.measure() == Measure.INCOMPLETE)
                .filter(fact -> fact.knownTo() == null)
                .filter(fact -> !fact.on().isAfter(on))
                .filter(fact -> fact.until() == null || fact.until().isAfter(on));
    }
}
