package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

/** A programme counts what is forwarded to it from that day on, by its own fields; the entry's own goes on counting it. */
class ForwardTest {

    private static final Instant FIRST = Instant.parse("2024-03-01T02:00:00Z");
    private static final Set<Measure> STATES = EnumSet.of(Measure.IN_PROGRESS, Measure.CLOSED, Measure.WITHDRAWN);

    private final Model model = new Model("XA", FIRST);

    @Test
    void itIsRegisteredInBothAndAboveFromTheDayOn() {
        model.submitted("2024-02-01").registered("2024-03-01").forwarded("TINH", "2024-06-01", "KT", "PTKT");

        assertThat(standing(Measure.REGISTERED))
                .extracting(
                        fact -> fact.get(Dimension.PROGRAMME),
                        fact -> fact.get(Dimension.FIELD),
                        fact -> fact.on().toString(),
                        fact -> fact.get(Dimension.VIA))
                .containsExactly(tuple("XA", "KT", "2024-03-01", null), tuple("TINH", "PTKT", "2024-06-01", "XA"));
        assertThat(standing(Measure.SUBMITTED))
                .extracting(fact -> fact.get(Dimension.PROGRAMME))
                .containsExactly("XA");
    }

    @Test
    void whatWasUndoneNeverWasAndWasKnownUntilThen() {
        model.registered("2024-03-01").forwarded("TINH", "2024-06-01", "KT", "PTKT");
        var told = model.now();
        model.forwardUndone("TINH", "2024-06-20").recognized("r1", "DISTRICT", "2024-07-01");

        assertThat(above())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.knownTo()).isEqualTo(told));
        assertThat(above(Measure.RECOGNITIONS)).isEmpty();

        model.forwarded("TINH", "2024-08-01", "KT", "PTKT");
        assertThat(above(Measure.RECOGNITIONS))
                .extracting(fact -> fact.on().toString())
                .containsExactly("2024-08-01");
        assertThat(facts()).extracting(Fact::id, Fact::measure).doesNotHaveDuplicates();
    }

    @Test
    void nobodyAboveKnewOfItBeforeItWasForwarded() {
        model.registered("2024-03-01");
        var told = model.now();
        model.forwarded("TINH", "2024-03-02", "KT", "PTKT");

        assertThat(above()).allSatisfy(fact -> assertThat(fact.knownFrom()).isEqualTo(told));
    }

    @Test
    void whatWasSoBeforeIsSoFromThatDayAndWhatWasOverIsNot() {
        model.registered("2024-03-01")
                .recognized("r1", "DISTRICT", "2024-04-01")
                .recognized("r2", "GRASSROOTS", "2024-04-01")
                .recognitionRevoked("r2", "2024-05-01")
                .forwarded("TINH", "2024-06-01", "KT", "PTKT")
                .recognized("r3", "PROVINCE", "2024-07-01");

        assertThat(above(Measure.RECOGNITIONS))
                .extracting(fact -> fact.get(Dimension.LEVEL), fact -> fact.on().toString())
                .containsExactly(tuple("DISTRICT", "2024-06-01"), tuple("PROVINCE", "2024-07-01"));
    }

    @Test
    void whatIsToldLateToHaveBeenOverChangesWhatWasThought() {
        model.registered("2024-03-01")
                .recognized("r1", "DISTRICT", "2024-04-01")
                .forwarded("TINH", "2024-06-01", "KT", "PTKT");
        var told = model.now();
        model.recognitionRevoked("r1", "2024-05-01");

        assertThat(above())
                .filteredOn(fact -> fact.measure() == Measure.RECOGNITIONS)
                .extracting(Fact::knownTo)
                .containsExactly(told);
    }

    @Test
    void aCorrectedFieldFindsItsOwnAbove() {
        model.registered("2024-03-01").forwarded("TINH", "2024-06-01", "KT", "PTKT", "VHXH", "VH");
        model.with("field", "VHXH").corrected("2024-07-01", "field");

        assertThat(above(Measure.REGISTERED))
                .extracting(fact -> fact.get(Dimension.FIELD))
                .containsExactly("VH");
    }

    @Test
    void itCountsAtTheUnitThatLedItOnTheDayItWasForwarded() {
        model.registered("2024-03-01").transferred("NA-02", "2024-05-01").forwarded("TINH", "2024-06-01", "KT", "PTKT");

        assertThat(above(Measure.REGISTERED))
                .extracting(fact -> fact.get(Dimension.UNIT))
                .containsExactly("NA-02");
    }

    @Test
    void whatIsVoidNeverWasAbove() {
        model.registered("2024-03-01")
                .forwarded("TINH", "2024-06-01", "KT", "PTKT")
                .voided("2024-07-01");
        assertThat(above()).isNotEmpty().noneMatch(fact -> fact.knownTo() == null);
    }

    @Test
    void eachProgrammeAboveHasItsOwnAccount() {
        model.registered("2024-03-01")
                .forwarded("TINH", "2024-06-01", "KT", "PTKT")
                .forwarded("TU", "2024-09-01", "KT", "K");

        assertThat(standing(Measure.REGISTERED))
                .extracting(fact -> fact.get(Dimension.PROGRAMME), fact -> fact.get(Dimension.FIELD))
                .containsExactly(tuple("XA", "KT"), tuple("TINH", "PTKT"), tuple("TU", "K"));
        assertThat(facts().stream().map(Fact::id)).doesNotHaveDuplicates();
    }

    /** In progress, closed and withdrawn make up what was registered: above as well, on every day, whatever happened when. */
    @Property(tries = 300)
    void theStatesAddUpAboveOnEveryDay(@ForAll long seed) {
        var random = new Random(seed);
        var life = new Model("XA", FIRST).registered("2024-03-01");
        var forwarded = random.nextInt(9);
        for (var i = 0; i < 9; i++) {
            var on = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(300)).toString();
            if (i == forwarded) {
                life.forwarded("TINH", on, "KT", "PTKT");
            } else {
                switch (random.nextInt(6)) {
                    case 0 -> life.opened(on);
                    case 1 -> life.step("CARRY_OUT", 3, on);
                    case 2 -> life.stepReturned("CARRY_OUT", 3, on);
                    case 3 -> life.reviewed(2024, random.nextBoolean() ? "STOPPED" : "MAINTAINED", on);
                    case 4 -> life.transferred("NA-0" + random.nextInt(5), on);
                    default ->
                        life.with("field", random.nextBoolean() ? "KT" : "VHXH").corrected(on, "field");
                }
            }
        }
        if (random.nextBoolean()) {
            life.withdrawn("2025-01-10");
        }
        var all = factsOf(life);
        for (var day = LocalDate.of(2024, 2, 20); day.isBefore(LocalDate.of(2025, 2, 1)); day = day.plusDays(3)) {
            for (var programme : List.of("XA", "TINH")) {
                assertThat(count(all, programme, STATES, day))
                        .as("%s on %s", programme, day)
                        .isEqualTo(count(all, programme, Set.of(Measure.REGISTERED), day));
            }
        }
    }

    private static long count(List<Fact> all, String programme, Set<Measure> measures, LocalDate day) {
        return all.stream()
                .filter(fact -> fact.knownTo() == null && measures.contains(fact.measure()))
                .filter(fact -> programme.equals(fact.get(Dimension.PROGRAMME)))
                .filter(fact -> !fact.on().isAfter(day))
                .filter(fact -> fact.measure().time() == Measure.Time.FLOW
                        || fact.until() == null
                        || fact.until().isAfter(day))
                .count();
    }

    private List<Fact> facts() {
        return factsOf(model);
    }

    private static List<Fact> factsOf(Model model) {
        return Facts.of(
                EventHistory.of(model.incoming().stream().map(EventReader::read).toList()));
    }

    private List<Fact> standing(@Nullable Measure measure) {
        return facts().stream()
                .filter(fact -> fact.knownTo() == null && (measure == null || fact.measure() == measure))
                .toList();
    }

    private List<Fact> above() {
        return facts().stream()
                .filter(fact -> "TINH".equals(fact.get(Dimension.PROGRAMME)))
                .toList();
    }

    private List<Fact> above(Measure measure) {
        return standing(measure).stream()
                .filter(fact -> "TINH".equals(fact.get(Dimension.PROGRAMME)))
                .toList();
    }
}
