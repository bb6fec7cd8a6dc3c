package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.APPROVAL;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.LATER;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submitted;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.domain.LevelEndings;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.domain.registration.RegistrationCommand.FollowMergers;
import vn.dvk.registration.domain.registration.RegistrationCommand.Transfer;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.TransferUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.registration.domain.unit.Mergers.Merger;

/** Models of units that are merged go over by themselves, and are back when the merger is annulled. */
class FollowingTest {

    private static final String UNIT = complete().unit();

    private static final Merger FIRST = new Merger("m", UNIT, "N1", LATER, APPROVAL);
    private static final Merger SECOND = new Merger("n", "N1", "N2", LATER.plusMonths(1), null);
    private static final Transferred WENT = went(FIRST);
    private static final Transferred WENT_ON = went(SECOND);

    @Test
    void a_registered_model_goes_over_on_the_successors_first_day() {
        registration().given(registered()).when(follow(FIRST)).then(WENT);
        registration().given(and(registered(), WENT)).when(follow(FIRST)).thenNothing();
    }

    @Test
    void it_goes_on_when_the_successor_is_merged() {
        registration()
                .given(and(registered(), WENT))
                .when(follow(FIRST, SECOND))
                .then(WENT_ON);
        registration().given(registered()).when(follow(FIRST, SECOND)).then(WENT, WENT_ON);
    }

    @Test
    void what_is_not_registered_or_no_more_stays() {
        registration().given(submitted()).when(follow(FIRST)).thenNothing();
        registration().given(withdrawn()).when(follow(FIRST)).thenNothing();
        registration().given(registered()).when(follow(SECOND)).thenNothing();
    }

    @Test
    void what_is_accepted_later_follows_at_once_also_if_it_is_accepted_after_the_merger() {
        for (var on : List.of(ACCEPTED, LATER.plusDays(10))) {
            registration()
                    .given(selected())
                    .when(new Accept(on, APPROVAL, LevelEndings.NONE, mergers(Set.of(), FIRST, SECOND)))
                    .then(new Registered(on, APPROVAL), WENT, WENT_ON);
        }
        registration()
                .given(and(selected(), new Registered(ACCEPTED, APPROVAL), WENT))
                .when(new Accept(ACCEPTED, APPROVAL, LevelEndings.NONE, mergers(Set.of(), FIRST)))
                .thenNothing();
    }

    @Test
    void what_a_person_hands_over_to_a_unit_that_is_merged_later_follows_too() {
        var to = new Merger("o", "C9", "N9", LATER.plusMonths(2), null);
        registration()
                .given(registered())
                .when(new Transfer(LATER, "C9", REASON, null, conditions(mergers(Set.of(), to))))
                .then(new Transferred(LATER, UNIT, "C9", REASON, null, null), went(to));
    }

    @Test
    void an_annulment_takes_it_back() {
        registration()
                .given(and(registered(), WENT))
                .when(annulled("m"))
                .then(new TransferUndone(LATER, "N1", UNIT, "m"));
        registration()
                .given(and(registered(), WENT, new TransferUndone(LATER, "N1", UNIT, "m")))
                .when(annulled("m"))
                .thenNothing();
        registration().given(registered()).when(annulled("m")).thenNothing();
    }

    @Test
    void it_is_taken_back_also_of_what_was_withdrawn_since() {
        registration()
                .given(and(registered(), WENT, new Withdrawn(LATER.plusDays(3), REASON)))
                .when(annulled("m"))
                .then(new TransferUndone(LATER, "N1", UNIT, "m"));
    }

    @Test
    void what_a_person_has_handed_on_stays_with_whom_it_was_handed_to() {
        var handed = new Transferred(LATER.plusDays(9), "N1", "N7", REASON, null, null);
        registration()
                .given(and(registered(), WENT, handed))
                .when(annulled("m"))
                .then(new TransferUndone(LATER, "N7", "N7", "m"));
    }

    @Test
    void after_an_annulment_the_right_paper_counts() {
        var right = new Merger("p", UNIT, "N3", LATER, null);
        registration()
                .given(and(registered(), WENT))
                .when(new FollowMergers(mergers(Set.of("m"), right)))
                .then(new TransferUndone(LATER, "N1", UNIT, "m"), went(right));
    }

    @Test
    void going_over_by_itself_is_no_day_of_its_life() {
        var late = new Merger("q", UNIT, "N1", LATER.plusYears(1), null);
        registration()
                .given(and(registered(), went(late)))
                .when(new RegistrationCommand.Withdraw(LATER, REASON))
                .then(new Withdrawn(LATER, REASON));
    }

    @Test
    void the_model_is_led_by_whom_it_went_to() {
        var decider = new RegistrationDecider();
        var state = decider.initial();
        for (var event : and(registered(), WENT, WENT_ON)) {
            state = decider.evolve(state, event);
        }
        assertEquals("N2", ((Known) state).form().unit());
    }

    private static FollowMergers follow(Merger... all) {
        return new FollowMergers(mergers(Set.of(), all));
    }

    private static FollowMergers annulled(String... successions) {
        return new FollowMergers(mergers(Set.of(successions)));
    }

    private static Mergers mergers(Set<String> annulled, Merger... all) {
        var byUnit = new HashMap<String, Merger>();
        for (var one : all) {
            byUnit.put(one.from(), one);
        }
        return new Mergers(byUnit, annulled);
    }

    private static Transferred went(Merger merger) {
        return new Transferred(
                merger.effective(), merger.from(), merger.to(), null, merger.decision(), merger.succession());
    }

    private static Conditions conditions(Mergers mergers) {
        var usual = RegistrationFixtures.conditions();
        return new Conditions(
                LocalDate.of(2024, 1, 1),
                usual.to(),
                usual.fields(),
                usual.levels(),
                usual.kinds(),
                usual.subjects(),
                true,
                mergers,
                usual.endings(),
                null,
                null);
    }
}
