package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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

    /** As known now. */
    private long missing(String day) {
        var on = LocalDate.parse(day);
        return Facts.of(EventHistory.of(
                        model.incoming().stream().map(EventReader::read).toList()))
                .stream()
                .filter(fact -> fact.measure() == Measure.INCOMPLETE)
                .filter(fact -> fact.knownTo() == null)
                .filter(fact -> !fact.on().isAfter(on))
                .filter(fact -> fact.until() == null || fact.until().isAfter(on))
                .count();
    }
}
