package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.APPROVAL;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submitted;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Precision;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.domain.registration.RegistrationCommand.Disapprove;
import vn.dvk.registration.domain.registration.RegistrationCommand.Return;
import vn.dvk.registration.domain.registration.RegistrationCommand.Select;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationCommand.Transfer;
import vn.dvk.registration.domain.registration.RegistrationCommand.Withdraw;
import vn.dvk.registration.domain.registration.RegistrationEvent.NotApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.domain.unit.Mergers;

/** Old papers may know no more than the month or the year, or lack a number; of a programme that runs they may not. */
class HistoricTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2024, 6, 30);
    private static final Historic HISTORIC = new Historic(Map.of("NA-2024", CUT_OFF));
    private static final Day IN_2024 = new Day(LocalDate.of(2024, 12, 31), Precision.YEAR);
    private static final Day IN_MARCH = new Day(LocalDate.of(2024, 3, 31), Precision.MONTH);
    private static final KnownPaper NO_NUMBER =
            new KnownPaper(null, LocalDate.of(2024, 12, 31), "Đảng ủy xã", Precision.YEAR);

    @Test
    void a_day_counts_at_the_end_of_what_is_known_and_not_past_the_cut_off() {
        registration()
                .given()
                .when(new Submit(written(complete()), IN_2024, historic()))
                .then(new Submitted(written(complete()), CUT_OFF, Precision.YEAR));
        registration()
                .given()
                .when(new Submit(written(complete()), IN_MARCH, historic()))
                .then(new Submitted(written(complete()), IN_MARCH.on(), Precision.MONTH));
    }

    @Test
    void a_paper_may_lack_its_number_and_its_day() {
        registration()
                .given(selected())
                .when(new Accept(
                        IN_2024, NO_NUMBER, RegistrationFixtures.WORDS.levels(), HISTORIC, Closings.NONE, Mergers.NONE))
                .then(new Registered(
                        CUT_OFF, new KnownPaper(null, CUT_OFF, "Đảng ủy xã", Precision.YEAR), Precision.YEAR));
    }

    @Test
    void of_a_programme_that_runs_everything_has_to_be_known() {
        assertEquals(
                List.of("on day-missing", "approval.number number-missing", "approval.date day-missing"),
                faults(
                        selected(),
                        new Accept(
                                IN_2024,
                                NO_NUMBER,
                                RegistrationFixtures.WORDS.levels(),
                                Historic.NONE,
                                Closings.NONE,
                                Mergers.NONE)));
        assertEquals(
                List.of("minutes.number number-missing", "minutes.date day-missing"),
                faults(
                        submitted(),
                        new Select(
                                Day.of(CUT_OFF), NO_NUMBER, new Historic(Map.of("NA-2018", CUT_OFF)), Closings.NONE)));
        assertEquals(
                List.of("on day-missing"),
                faults(new RegistrationEvent[0], new Submit(written(complete()), IN_MARCH, conditions())));
    }

    @Test
    void what_was_returned_not_approved_or_handed_over_may_be_known_by_its_month_alone() {
        registration()
                .given(submitted())
                .when(new Return(IN_MARCH, REASON, HISTORIC))
                .then(new Returned(IN_MARCH.on(), REASON, Precision.MONTH));
        registration()
                .given(submitted())
                .when(new Disapprove(IN_MARCH, REASON, HISTORIC))
                .then(new NotApproved(IN_MARCH.on(), REASON, Precision.MONTH));
        var from = complete().unit();
        registration()
                .given(RegistrationFixtures.registered())
                .when(new Transfer(IN_MARCH, "NA-02", REASON, null, historic()))
                .then(new Transferred(IN_MARCH.on(), from, "NA-02", REASON, null, null, Precision.MONTH));
        assertEquals(List.of("on day-missing"), faults(submitted(), new Return(IN_MARCH, REASON, Historic.NONE)));
        assertEquals(List.of("on day-missing"), faults(submitted(), new Disapprove(IN_MARCH, REASON, Historic.NONE)));
        assertEquals(
                List.of("on day-missing"),
                faults(RegistrationFixtures.registered(), new Transfer(IN_MARCH, "NA-02", REASON, null, conditions())));
    }

    /** Returned in March, submitted again on the 5th: it may have been returned on the 1st. */
    @Test
    void what_comes_after_is_compared_with_the_first_day_it_can_have_been() {
        var again = new Submit(written(complete()), LocalDate.of(2024, 3, 5), historic());
        registration()
                .given(and(submitted(), new Returned(IN_MARCH.on(), REASON, Precision.MONTH)))
                .when(again)
                .then(new Submitted(written(complete()), LocalDate.of(2024, 3, 5)));
        var handed = new Transferred(IN_MARCH.on(), complete().unit(), "NA-02", REASON, null, null, Precision.MONTH);
        registration()
                .given(and(RegistrationFixtures.registered(), handed))
                .when(new Withdraw(LocalDate.of(2024, 3, 5), REASON))
                .then(new Withdrawn(LocalDate.of(2024, 3, 5), REASON));
    }

    @Test
    void times_are_compared_by_what_they_can_have_been() {
        var inMarch = new RegistrationEvent[] {new Submitted(written(complete()), IN_MARCH.on(), Precision.MONTH)};
        // Selected on the 5th: it may have been submitted on the 1st.
        registration()
                .given(inMarch)
                .when(new Select(Day.of(LocalDate.of(2024, 3, 5)), null, HISTORIC, Closings.NONE))
                .then(new Selected(LocalDate.of(2024, 3, 5), null));
        registration()
                .given(inMarch)
                .when(new Select(Day.of(LocalDate.of(2024, 2, 29)), null, HISTORIC, Closings.NONE))
                .thenRefused("date-before-previous");
        registration()
                .given(and(inMarch, new Selected(LocalDate.of(2024, 3, 5), null)))
                .when(new Withdraw(LocalDate.of(2024, 3, 4), REASON))
                .thenRefused("date-before-previous");
        registration()
                .given(inMarch)
                .when(new Withdraw(LocalDate.of(2024, 3, 4), REASON))
                .then(new Withdrawn(LocalDate.of(2024, 3, 4), REASON));
    }

    @Test
    void the_same_acceptance_again_is_nothing_new() {
        registration()
                .given(and(
                        selected(),
                        new Registered(
                                CUT_OFF, new KnownPaper(null, CUT_OFF, "Đảng ủy xã", Precision.YEAR), Precision.YEAR)))
                .when(new Accept(
                        IN_2024, NO_NUMBER, RegistrationFixtures.WORDS.levels(), HISTORIC, Closings.NONE, Mergers.NONE))
                .thenNothing();
    }

    @Test
    void what_is_missing_is_listed_and_shown_as_it_is_known() {
        var known = (Known) state(and(
                submitted(),
                new Selected(IN_MARCH.on(), null, Precision.MONTH),
                new Registered(CUT_OFF, new KnownPaper(null, CUT_OFF, "Đảng ủy xã", Precision.YEAR), Precision.YEAR)));
        assertEquals(
                Map.of("selectedOn", "03/2024", "registeredOn", "2024", "approval.date", "2024"),
                known.gates().asKnown());
        assertEquals(
                List.of("selectedOn", "registeredOn", "approval.date", "approval.number"),
                known.gates().incomplete());
        var exact = (Known) state(RegistrationFixtures.registered());
        assertEquals(List.of(), exact.gates().incomplete());
        assertEquals(KnownPaper.of(APPROVAL), exact.gates().approval());
    }

    @Property(tries = 300)
    void what_is_counted_lies_within_what_is_known(
            @ForAll @IntRange(min = 0, max = 5000) int ahead,
            @ForAll @IntRange(min = 0, max = 5000) int cut,
            @ForAll Precision precision) {
        var within = LocalDate.of(2012, 1, 1).plusDays(ahead);
        var end = switch (precision) {
            case DAY -> within;
            case MONTH -> within.withDayOfMonth(within.lengthOfMonth());
            case YEAR -> LocalDate.of(within.getYear(), 12, 31);
        };
        var cutOff = LocalDate.of(2012, 1, 1).plusDays(cut);
        var counted = new Day(end, precision).notPast(cutOff);

        assertFalse(counted.on().isBefore(counted.first()));
        assertFalse(counted.on().isAfter(end));
        assertEquals(new Day(end, precision).first(), counted.first());
        assertTrue(!counted.on().isAfter(cutOff) || cutOff.isBefore(counted.first()));
        assertEquals(counted, counted.notPast(cutOff));
        if (precision == Precision.DAY) {
            assertNull(counted.asKnown());
        }
    }

    private static Conditions historic() {
        var running = conditions();
        return new Conditions(
                running.from(),
                running.to(),
                running.fields(),
                running.levels(),
                running.kinds(),
                running.subjects(),
                running.required(),
                running.combinations(),
                running.unitAlive(),
                running.mergers(),
                running.words(),
                running.intake(),
                running.closedOn(),
                Related.NONE,
                CUT_OFF);
    }

    private static Registration state(RegistrationEvent[] events) {
        var decider = new RegistrationDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private static List<String> faults(RegistrationEvent[] given, RegistrationCommand command) {
        return new RegistrationDecider().decide(command, state(given))
                        instanceof Decision.Refused<RegistrationEvent>(var why)
                ? why.faults().stream()
                        .map(fault -> fault.field() + " " + fault.reason().code())
                        .toList()
                : List.of();
    }
}
