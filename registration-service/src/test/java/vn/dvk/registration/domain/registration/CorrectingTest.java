package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.APPROVAL;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.LATER;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SELECTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.named;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;
import static vn.dvk.registration.domain.registration.ValuesFixture.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;
import vn.dvk.kit.envelope.Json;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.RegistrationCommand.ApproveProposal;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.Proposed;
import vn.dvk.registration.domain.registration.RegistrationEvent.RecognitionNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.TransferUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.registration.domain.unit.Mergers.Merger;

/** How far back a correction reaches: to what need not have been said, the acceptance, the first unit, and what has ended. */
class CorrectingTest {

    private static final LocalDate EARLIER = ACCEPTED.minusDays(3);
    private static final KnownPaper OTHER = KnownPaper.of(new Paper("16-TB/ĐU", EARLIER, "Đảng ủy xã"));
    private static final String UNIT = complete().unit();

    // What need not be said

    @Test
    void what_need_not_be_said_is_emptied() {
        var bare = emptying("level", "forces").appliedTo(complete());
        assertEquals(List.of("level", "forces"), bare.differingFrom(complete()));
        registration()
                .given(registered())
                .when(correct(emptying("level", "forces")))
                .then(new Corrected(LATER, List.of("level", "forces"), REASON, null, bare));
        registration()
                .given(registered())
                .when(change(emptying("level", "forces")))
                .then(new Changed(LATER, List.of("level", "forces"), REASON, null, bare));
    }

    @Test
    void everything_that_can_be_emptied_is() {
        var form = with(values().get(), NewValues.CAN_BE_EMPTIED).appliedTo(complete());
        assertEquals(
                NewValues.CAN_BE_EMPTIED,
                NewValues.CAN_BE_EMPTIED.stream().filter(form::lacks).toList());
    }

    @Test
    void emptying_what_is_empty_corrects_nothing() {
        registration().given(registered()).when(correct(emptying("method"))).thenRefused("nothing-to-correct");
    }

    @Test
    void what_has_to_be_said_or_is_said_in_the_same_breath_is_not_emptied() {
        assertEquals(List.of("empty[1] not-emptied"), faults(correct(emptying("level", "situation"))));
        assertEquals(
                List.of("empty[0] said-and-emptied"),
                faults(correct(with(values().level("DISTRICT").get(), List.of("level")))));
        var strict = conditions().with(List.of("level"), List.of());
        assertEquals(List.of("level required-missing"), faults(correct(emptying("level"), strict)));
    }

    // The acceptance

    @Test
    void day_and_paper_of_the_acceptance_are_corrected() {
        var right = new Accepted(EARLIER, null, OTHER);
        registration()
                .given(registered())
                .when(correct(accepted(right)))
                .then(new Corrected(LATER, List.of("registeredOn", "approval"), REASON, null, complete(), right));
        registration()
                .given(registered())
                .when(correct(accepted(new Accepted(ACCEPTED, null, KnownPaper.of(APPROVAL)))))
                .thenRefused("nothing-to-correct");
    }

    @Test
    void it_was_always_registered_on_that_day() {
        var known = after(and(
                registered(),
                new Corrected(
                        LATER,
                        List.of("registeredOn", "approval"),
                        REASON,
                        null,
                        complete(),
                        new Accepted(EARLIER, null, OTHER))));
        assertEquals(EARLIER, known.gates().registeredOn());
        assertEquals(OTHER, known.gates().approval());
        assertEquals(EARLIER, known.lastOn(), "what happens next may be of that day");
    }

    @Test
    void it_is_accepted_neither_before_its_selection_nor_after_what_followed() {
        assertEquals(
                List.of("accepted.on date-before-previous"),
                faults(correct(accepted(new Accepted(SELECTED.minusDays(1), null, OTHER)))));
        var late = correct(accepted(new Accepted(LATER.plusDays(1), null, OTHER)), LATER.plusDays(2));
        for (var then : List.of(
                new Changed(LATER, List.of("name"), REASON, null, named("Tên khác")),
                new Transferred(LATER, UNIT, "N9", REASON, null, null))) {
            assertEquals(List.of("accepted.on date-after-next"), faults(late, and(registered(), then)));
        }
        assertEquals(List.of("accepted.on date-after-next"), faults(late, withdrawn()));
        registration()
                .given(registered())
                .when(correct(accepted(new Accepted(LATER.plusDays(3), null, OTHER)), LATER.plusDays(2)))
                .thenRefused("date-before-previous");
    }

    @Test
    void on_another_day_unit_and_level_have_to_be_there() {
        var right = new Accepted(EARLIER, null, OTHER);
        assertEquals(List.of("unit unit-not-alive"), faults(correct(accepted(right), conditions(false))));
        registration()
                .given(registered())
                .when(correct(accepted(new Accepted(ACCEPTED, null, OTHER)), conditions(false)))
                .then(new Corrected(
                        LATER, List.of("approval"), REASON, null, complete(), new Accepted(ACCEPTED, null, OTHER)));
    }

    @Test
    void only_a_historic_programme_knows_the_month_alone() {
        var month = new Accepted(LocalDate.of(2024, 2, 29), Precision.MONTH, OTHER);
        assertEquals(List.of("accepted.on day-missing"), faults(correct(accepted(month))));
        var known = after(
                and(registered(), new Corrected(LATER, List.of("registeredOn"), REASON, null, complete(), month)));
        assertEquals(Day.of(month.on(), Precision.MONTH), known.gates().registered());
    }

    @Test
    void how_it_was_accepted_does_not_change_from_a_day_on() {
        var both = values().name("Tên khác").get().with(new Accepted(EARLIER, null, OTHER));
        assertEquals(List.of("accepted accepted-only-corrected"), faults(change(both)));
    }

    @Test
    void of_what_is_recognized_the_acceptance_too_is_only_proposed() {
        var right = accepted(new Accepted(EARLIER, null, OTHER));
        var proposal = new Proposal(Proposal.Kind.CORRECTION, LATER, right, REASON, null);
        var recognized = and(registered(), new RecognitionNoted("r"));
        registration()
                .given(recognized)
                .when(new Correct(LATER, right, REASON, null, conditions(), true, null))
                .then(new Proposed(proposal));
        registration()
                .given(and(recognized, new Proposed(proposal)))
                .when(new ApproveProposal(LATER, conditions(), null, null))
                .then(
                        new ProposalApproved(LATER),
                        new Corrected(
                                LATER,
                                List.of("registeredOn", "approval"),
                                REASON,
                                null,
                                complete(),
                                right.accepted()));
    }

    // What has ended

    @Test
    void what_was_withdrawn_has_a_past_that_is_corrected_and_no_future_that_is_changed() {
        registration()
                .given(withdrawn())
                .when(correct(values().name("Tên khác").get()))
                .then(new Corrected(LATER, List.of("name"), REASON, null, named("Tên khác")));
        registration()
                .given(withdrawn())
                .when(change(values().name("Tên khác").get()))
                .thenRefused("withdrawn");
        assertEquals(
                Registration.Stage.WITHDRAWN,
                after(and(withdrawn(), new Corrected(LATER, List.of("name"), REASON, null, named("Tên khác"))))
                        .stage());
        registration()
                .given(and(RegistrationFixtures.submitted(), new RegistrationEvent.Withdrawn(LATER, REASON)))
                .when(correct(values().name("Tên khác").get()))
                .thenRefused("withdrawn");
    }

    // Who led it first

    private static final Merger MERGER = new Merger("m", UNIT, "N1", LATER, APPROVAL);
    private static final Transferred WENT = went(MERGER);

    @Test
    void the_first_unit_is_corrected_and_mergers_take_it_along_from_there() {
        var right = new Merger("p", "C3", "N3", LATER.plusDays(9), null);
        registration()
                .given(and(registered(), WENT))
                .when(correct(values().unit("C3").get(), conditions(mergers(MERGER, right))))
                .then(
                        new TransferUndone(LATER, "N1", UNIT, "m"),
                        new Corrected(
                                LATER, List.of("unit"), REASON, null, complete().ledBy("C3")),
                        went(right));
        registration()
                .given(and(registered(), WENT))
                .when(correct(values().unit("C3").get()))
                .then(
                        new TransferUndone(LATER, "N1", UNIT, "m"),
                        new Corrected(
                                LATER, List.of("unit"), REASON, null, complete().ledBy("C3")));
    }

    @Test
    void it_may_be_one_that_the_same_merger_took_along() {
        var same = new Merger("m", "C3", "N1", LATER, APPROVAL);
        registration()
                .given(and(registered(), WENT))
                .when(correct(values().unit("C3").get(), conditions(mergers(MERGER, same))))
                .then(
                        new TransferUndone(LATER, "N1", UNIT, "m"),
                        new Corrected(
                                LATER, List.of("unit"), REASON, null, complete().ledBy("C3")),
                        went(same));
    }

    @Test
    void whom_somebody_has_handed_it_over_to_is_not_corrected_away() {
        var handed = new Transferred(LATER.plusDays(9), "N1", "N7", REASON, null, null);
        assertEquals(
                List.of("unit unit-transferred-since"),
                faults(correct(values().unit("C3").get()), and(registered(), WENT, handed)));
        assertEquals(
                List.of("unit unit-transferred-since"),
                faults(correct(values().unit(UNIT).get()), and(registered(), WENT)));
    }

    private static NewValues emptying(String... fields) {
        return with(values().get(), List.of(fields));
    }

    private static NewValues accepted(Accepted accepted) {
        return values().get().with(accepted);
    }

    private static NewValues with(NewValues values, List<String> empty) {
        ObjectNode body = Json.MAPPER.valueToTree(values);
        empty.forEach(body.putArray("empty")::add);
        return Json.MAPPER.treeToValue(body, NewValues.class);
    }

    private static Correct correct(NewValues values) {
        return correct(values, conditions());
    }

    private static Correct correct(NewValues values, LocalDate on) {
        return new Correct(on, values, REASON, null, conditions(), false, null);
    }

    private static Correct correct(NewValues values, Conditions conditions) {
        return new Correct(LATER, values, REASON, null, conditions, false, null);
    }

    private static Change change(NewValues values) {
        return new Change(LATER, values, REASON, null, conditions(), false, null);
    }

    private static List<String> faults(RegistrationCommand command) {
        return faults(command, registered());
    }

    private static List<String> faults(RegistrationCommand command, RegistrationEvent[] history) {
        return registration().given(history).when(command).thenRefused("registration-incomplete").faults().stream()
                .map(fault -> fault.field() + " " + fault.reason().code())
                .toList();
    }

    private static Known after(RegistrationEvent[] events) {
        var decider = new RegistrationDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return (Known) state;
    }

    private static Transferred went(Merger merger) {
        return new Transferred(
                merger.effective(), merger.from(), merger.to(), null, merger.decision(), merger.succession());
    }

    private static Mergers mergers(Merger one, Merger other) {
        return new Mergers(Map.of(one.from(), one, other.from(), other), Set.of());
    }

    private static Conditions conditions(Mergers mergers) {
        var usual = RegistrationFixtures.conditions();
        return new Conditions(
                usual.from(),
                usual.to(),
                usual.fields(),
                usual.levels(),
                usual.kinds(),
                usual.subjects(),
                true,
                mergers,
                usual.words(),
                null,
                null);
    }

    private static Conditions conditions() {
        return RegistrationFixtures.conditions();
    }

    private static Conditions conditions(boolean unitAlive) {
        return RegistrationFixtures.conditions(unitAlive);
    }
}
