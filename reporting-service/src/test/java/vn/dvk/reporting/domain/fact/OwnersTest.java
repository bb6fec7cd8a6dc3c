package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

/** A model counts at the unit that leads it; the others take part, from and until the days that are told. */
class OwnersTest {

    private static final Instant FIRST = Instant.parse("2024-03-01T02:00:00Z");

    private final Model model = new Model("NA-2024", FIRST);

    @Test
    void itIsRegisteredByTheOneThatLeadsIt() {
        model.registeredWith("2024-03-01", "NA-02", "NA-03");

        assertThat(facts())
                .filteredOn(fact -> fact.measure() == Measure.REGISTERED)
                .extracting(fact -> fact.get(Dimension.UNIT))
                .containsExactly("NA-01");
        assertThat(partners("2024-03-01", null)).containsExactly("NA-02", "NA-03");
        assertThat(partners("2024-02-28", null)).isEmpty();
    }

    @Test
    void whoTakesPartChangesFromADayOn() {
        model.registeredWith("2024-03-01", "NA-02", "NA-03").partners("model-changed", "2024-06-01", "NA-03", "NA-04");

        assertThat(partners("2024-05-31", null)).containsExactly("NA-02", "NA-03");
        assertThat(partners("2024-06-01", null)).containsExactly("NA-03", "NA-04");
    }

    @Test
    void aCorrectionTellsThePastAnew() {
        model.registeredWith("2024-03-01", "NA-02");
        var told = model.now();
        model.partners("model-corrected", "2024-06-01", "NA-03");

        assertThat(partners("2024-03-01", null)).containsExactly("NA-03");
        assertThat(partners("2024-03-01", told.minusMillis(1))).containsExactly("NA-02");
    }

    @Test
    void whoTakesOverTheLeadTakesPartNoMore() {
        model.registeredWith("2024-03-01", "NA-02").transferred("NA-02", "2024-06-01");

        assertThat(partners("2024-05-31", null)).containsExactly("NA-02");
        assertThat(partners("2024-06-01", null)).isEmpty();
    }

    @Test
    void anOriginThatWasWrongIsCountedAnew() {
        model.registered("2024-03-01");
        var told = model.now();
        model.originCorrected("RUNNING", "2024-06-01");

        assertThat(facts())
                .filteredOn(fact -> fact.measure() == Measure.REGISTERED)
                .extracting(fact -> fact.get(Dimension.ORIGIN), Fact::knownTo)
                .containsExactly(tuple("NEW", told), tuple("RUNNING", null));
    }

    @Test
    void nobodyTakesPartInWhatWasWithdrawnOrNeverWas() {
        model.registeredWith("2024-03-01", "NA-02").withdrawn("2024-06-01");
        assertThat(partners("2024-05-31", null)).containsExactly("NA-02");
        assertThat(partners("2024-06-01", null)).isEmpty();

        model.voided("2024-07-01");
        assertThat(partners("2024-05-31", null)).isEmpty();
    }

    @Test
    void aTransferSaysNothingOfThoseThatDoNotLead() {
        model.registeredWith("2024-03-01", "NA-02");
        model.transferred("NA-09", "2024-06-01");

        assertThat(facts())
                .filteredOn(fact -> fact.measure() == Measure.TAKES_PART)
                .allMatch(fact -> fact.get(Dimension.HEIRS) == null);
    }

    private List<Fact> facts() {
        return Facts.of(
                EventHistory.of(model.incoming().stream().map(EventReader::read).toList()));
    }

    private List<String> partners(String day, @Nullable Instant known) {
        var on = LocalDate.parse(day);
        return facts().stream()
                .filter(fact -> fact.measure() == Measure.TAKES_PART)
                .filter(fact -> known == null
                        ? fact.knownTo() == null
                        : !fact.knownFrom().isAfter(known)
                                && (fact.knownTo() == null || fact.knownTo().isAfter(known)))
                .filter(fact -> !fact.on().isAfter(on)
                        && (fact.until() == null || fact.until().isAfter(on)))
                .map(fact -> String.valueOf(fact.get(Dimension.UNIT)))
                .sorted()
                .toList();
    }
}
