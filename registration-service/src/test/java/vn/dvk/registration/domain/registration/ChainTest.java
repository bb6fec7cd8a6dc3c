package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ID;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.LATER;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SUBMITTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.replica;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submittedAs;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Decision;
import vn.dvk.registration.domain.registration.Registration.Unknown;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;

/** Entries that continue an earlier one, or copy one. */
class ChainTest {

    private static final String EARLIER = "5e0f7a92-6c1d-4b38-a7e4-93d2c8b10f56";
    private static final LocalDate THEN = LocalDate.of(2020, 3, 1);

    @Test
    void what_is_maintained_or_upgraded_names_the_entry_before() {
        for (var origin : List.of(Form.Origin.RUNNING, Form.Origin.UPGRADED)) {
            var form = continuing(EARLIER, origin);
            registration()
                    .given()
                    .when(submit(form, earlier("NA-2020/0001", "NA-2020", THEN, false)))
                    .then(submittedAs(form));
        }
    }

    @Test
    void a_new_one_continues_nothing() {
        refused(
                List.of("origin continues-is-not-new"),
                continuing(EARLIER, Form.Origin.NEW),
                earlier("NA-2020/0001", "NA-2020", THEN, false));
    }

    @Test
    void nobody_continues_itself_or_what_is_not_there() {
        refused(List.of("continues continues-itself"), continuing(ID, Form.Origin.RUNNING), Related.NONE);
        refused(List.of("continues model-unknown"), continuing(EARLIER, Form.Origin.RUNNING), Related.NONE);
    }

    @Test
    void what_was_not_registered_or_never_was_has_no_continuation() {
        var form = continuing(EARLIER, Form.Origin.RUNNING);
        refused(List.of("continues model-not-registered"), form, earlier("NA-2020/0001", "NA-2020", null, false));
        refused(List.of("continues model-not-registered"), form, earlier("NA-2020/0001", "NA-2020", THEN, true));
    }

    @Test
    void an_entry_of_the_same_programme_is_of_no_earlier_period() {
        refused(
                List.of("continues continues-same-programme"),
                continuing(EARLIER, Form.Origin.RUNNING),
                earlier("NA-2024/0007", "NA-2024", THEN, false));
    }

    @Test
    void the_entry_before_was_registered_before() {
        var form = continuing(EARLIER, Form.Origin.RUNNING);
        refused(List.of("continues continues-later"), form, earlier("NA-2020/0001", "NA-2020", SUBMITTED, false));
        registration()
                .given()
                .when(submit(form, earlier("NA-2020/0001", "NA-2020", SUBMITTED.minusDays(1), false)))
                .then(submittedAs(form));
    }

    @Test
    void a_chain_does_not_come_back_to_where_it_began() {
        var related = new Related(
                Map.of(EARLIER, new Related.Entry("NA-2020/0001", "NA-2020", THEN, false)),
                List.of("another", ID),
                Set.of());
        refused(List.of("continues chain-cycle"), continuing(EARLIER, Form.Origin.RUNNING), related);
    }

    @Test
    void one_that_was_registered_as_new_is_put_right_together_with_what_it_continues() {
        var registered = registeredAs(continuing(null, Form.Origin.NEW));
        var related = conditions().with(earlier("NA-2020/0001", "NA-2020", THEN, false));
        registration()
                .given(registered)
                .when(new Correct(
                        LATER, comingFrom(EARLIER, Form.Origin.RUNNING, null), REASON, null, related, false, null))
                .then(new Corrected(
                        LATER, List.of("origin", "continues"), REASON, null, continuing(EARLIER, Form.Origin.RUNNING)));
        wrong(
                List.of("origin continues-is-not-new"),
                registered,
                new Correct(LATER, naming(EARLIER), REASON, null, related, false, null));
        wrong(
                List.of("origin continues-is-not-new"),
                registeredAs(continuing(EARLIER, Form.Origin.RUNNING)),
                new Correct(LATER, comingFrom(null, Form.Origin.NEW, null), REASON, null, related, false, null));
        wrong(
                List.of("origin continues-only-corrected"),
                registered,
                new Change(LATER, comingFrom(null, Form.Origin.RUNNING, null), REASON, null, related, false, null));
    }

    @Test
    void one_that_was_registered_as_new_is_put_right_as_a_copy_of_one_there_is() {
        var registered = registeredAs(continuing(null, Form.Origin.NEW));
        var related = conditions().with(earlier("NA-2020/0001", "NA-2020", THEN, false));
        var copy = comingFrom(null, Form.Origin.REPLICA, EARLIER);
        registration()
                .given(registered)
                .when(new Correct(LATER, copy, REASON, null, related, false, null))
                .then(new Corrected(
                        LATER,
                        List.of("origin", "replicaOf"),
                        REASON,
                        null,
                        copy.appliedTo(continuing(null, Form.Origin.NEW))));
        wrong(
                List.of("replicaOf model-unknown"),
                registered,
                new Correct(LATER, copy, REASON, null, conditions(), false, null));
        wrong(
                List.of("replicaOf replica-source-missing"),
                registered,
                new Correct(LATER, comingFrom(null, Form.Origin.REPLICA, null), REASON, null, related, false, null));
    }

    private static void wrong(List<String> faults, RegistrationEvent[] given, RegistrationCommand command) {
        var decider = new RegistrationDecider();
        var state = decider.initial();
        for (var event : given) {
            state = decider.evolve(state, event);
        }
        assertEquals(
                faults,
                ((Decision.Refused<RegistrationEvent>) decider.decide(command, state))
                        .why().faults().stream()
                                .map(fault ->
                                        fault.field() + " " + fault.reason().code())
                                .toList());
    }

    private static NewValues comingFrom(
            @Nullable String continues, Form.@Nullable Origin origin, @Nullable String replicaOf) {
        return new NewValues(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, continues, null, null, origin, replicaOf, List.of(), null);
    }

    @Test
    void which_entry_is_continued_can_be_put_right_and_does_not_change_from_a_day_on() {
        var registered = registeredAs(continuing(null, Form.Origin.RUNNING));
        var right = continuing(EARLIER, Form.Origin.RUNNING);
        var related = conditions().with(earlier("NA-2020/0001", "NA-2020", THEN, false));
        registration()
                .given(registered)
                .when(new Correct(LATER, naming(EARLIER), REASON, null, related, false, null))
                .then(new Corrected(LATER, List.of("continues"), REASON, null, right));
        registration()
                .given(registered)
                .when(new Change(LATER, naming(EARLIER), REASON, null, related, false, null))
                .thenRefused("registration-incomplete");
    }

    @Test
    void a_correction_is_checked_against_the_day_of_the_registration() {
        var registered = registeredAs(continuing(null, Form.Origin.RUNNING));
        var later = conditions().with(earlier("NA-2020/0001", "NA-2020", ACCEPTED, false));
        registration()
                .given(registered)
                .when(new Correct(LATER, naming(EARLIER), REASON, null, later, false, null))
                .thenRefused("registration-incomplete");
    }

    @Test
    void a_copy_is_of_a_registered_model_and_not_of_itself() {
        refused(List.of("replicaOf model-unknown"), replica("Bản sao", EARLIER, null), Related.NONE);
        refused(List.of("replicaOf replica-of-itself"), replica("Bản sao", ID, null), Related.NONE);
        refused(
                List.of("replicaOf model-not-registered"),
                replica("Bản sao", EARLIER, null),
                earlier("NA-2024/0007", "NA-2024", null, false));
        var copy = replica("Bản sao", EARLIER, null);
        registration()
                .given()
                .when(submit(copy, earlier("NA-2024/0007", "NA-2024", SUBMITTED, false)))
                .then(submittedAs(copy));
    }

    @Test
    void the_source_of_a_replication_is_known_to_those_who_told_of_it() {
        var copy = replica("Bản sao", EARLIER, "0b9d6c3e-41f7-35a8-92d0-7f5e1c8a64b2");
        registration().given().when(submit(copy, Related.NONE)).then(submittedAs(copy));
    }

    @Test
    void where_a_replication_came_from_is_not_corrected_here() {
        var copy = replica("Bản sao", EARLIER, "0b9d6c3e-41f7-35a8-92d0-7f5e1c8a64b2");
        wrong(
                List.of("origin field-fixed"),
                registeredAs(copy),
                new Correct(
                        LATER, comingFrom(null, Form.Origin.UPGRADED, null), REASON, null, conditions(), false, null));
    }

    private static Form continuing(@Nullable String continues, Form.Origin origin) {
        var form = complete();
        return new Form(
                form.programme(),
                form.unit(),
                form.name(),
                form.field(),
                form.kind(),
                form.subject(),
                form.level(),
                origin,
                form.replicaOf(),
                form.replication(),
                form.situation(),
                form.place(),
                form.targetGroup(),
                form.goals(),
                form.milestones(),
                form.method(),
                form.forces(),
                form.resources(),
                form.start(),
                form.evaluationOn(),
                form.outputs(),
                form.durability(),
                form.subjectId(),
                form.chosenOn(),
                form.preparedBy(),
                form.confirmedBy(),
                continues,
                form.owners(),
                null);
    }

    private static NewValues naming(String continues) {
        return new NewValues(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, continues, null, null);
    }

    private static Related earlier(String code, String programme, @Nullable LocalDate on, boolean voided) {
        return new Related(Map.of(EARLIER, new Related.Entry(code, programme, on, voided)), List.of(), Set.of());
    }

    private static Submit submit(Form form, Related related) {
        return new Submit(written(form), SUBMITTED, conditions().with(related));
    }

    private static RegistrationEvent[] registeredAs(Form form) {
        return and(
                new RegistrationEvent[] {submittedAs(form)},
                new Selected(SUBMITTED, null),
                new Registered(ACCEPTED, RegistrationFixtures.APPROVAL));
    }

    private static void refused(List<String> faults, Form form, Related related) {
        var decision = new RegistrationDecider().decide(submit(form, related), new Unknown());
        if (decision instanceof Decision.Refused<RegistrationEvent>(var why)) {
            assertEquals(
                    faults,
                    why.faults().stream()
                            .map(fault -> fault.field() + " " + fault.reason().code())
                            .toList());
        } else {
            throw new AssertionError("accepted: " + decision);
        }
    }
}
