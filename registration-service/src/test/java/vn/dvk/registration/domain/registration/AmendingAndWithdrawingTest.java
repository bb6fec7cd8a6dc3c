package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.LATER;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SELECTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SUBMITTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.draft;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.named;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.returned;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submitted;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.domain.registration.RegistrationCommand.Amend;
import vn.dvk.registration.domain.registration.RegistrationCommand.Return;
import vn.dvk.registration.domain.registration.RegistrationCommand.Rewrite;
import vn.dvk.registration.domain.registration.RegistrationCommand.Select;
import vn.dvk.registration.domain.registration.RegistrationCommand.Withdraw;
import vn.dvk.registration.domain.registration.RegistrationEvent.Amended;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.Rewritten;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;

class AmendingAndWithdrawingTest {

    @Test
    void a_registered_model_is_amended_and_what_is_not_named_stays() {
        registration()
                .given(registered())
                .when(new Amend(LATER, REASON, name("Tên khác"), conditions()))
                .then(new Amended(LATER, REASON, named("Tên khác")));
    }

    @Test
    void each_field_that_can_be_amended_is() {
        var person = new Form.Person("Vi Văn Hoa", null, null, "Trưởng thôn");
        var change = new Change(
                "Tên khác",
                "VHXH",
                "NA-02",
                RegistrationKind.EXEMPLAR,
                SubjectType.INDIVIDUAL,
                Level.DISTRICT,
                "Thôn 4",
                person);

        var amended = change.appliedTo(complete());

        assertEquals(
                change,
                new Change(
                        amended.name(),
                        amended.field(),
                        amended.unit(),
                        amended.kind(),
                        amended.subject(),
                        amended.level(),
                        amended.place(),
                        amended.person()));
        assertEquals(complete().goals(), amended.goals());
        assertEquals(complete().chosenOn(), amended.chosenOn());
    }

    @Test
    void an_amendment_that_changes_nothing_is_refused() {
        registration()
                .given(registered())
                .when(new Amend(LATER, REASON, name(complete().name()), conditions()))
                .thenRefused("nothing-to-amend");
    }

    @Test
    void the_amended_form_is_still_complete() {
        var field = new Change(null, "QPAN", null, null, null, null, null, null);
        registration()
                .given(registered())
                .when(new Amend(LATER, REASON, field, conditions()))
                .thenRefused("registration-incomplete");
        var nobody = new Change(null, null, null, null, SubjectType.INDIVIDUAL, null, null, null);
        registration()
                .given(registered())
                .when(new Amend(LATER, REASON, nobody, conditions()))
                .thenRefused("registration-incomplete");
    }

    @Test
    void it_is_checked_as_at_its_submission_although_it_was_accepted_after_the_programmes_end() {
        var ended = new Conditions(
                LocalDate.of(2024, 1, 1),
                SUBMITTED,
                Set.of("KT"),
                List.of(Level.GRASSROOTS),
                List.of(RegistrationKind.MODEL),
                List.of(SubjectType.COLLECTIVE),
                true);
        registration()
                .given(registered())
                .when(new Amend(LATER, REASON, name("Tên khác"), ended))
                .then(new Amended(LATER, REASON, named("Tên khác")));
    }

    @Test
    void not_before_it_was_registered() {
        registration()
                .given(registered())
                .when(new Amend(SELECTED, REASON, name("Tên khác"), conditions()))
                .thenRefused("date-before-previous");
    }

    @Test
    void only_what_is_registered_is_amended() {
        for (var history : List.of(draft(), submitted(), selected(), returned())) {
            registration()
                    .given(history)
                    .when(new Amend(LATER, REASON, name("Tên khác"), conditions()))
                    .thenRefused("not-registered");
        }
        registration()
                .given(withdrawn())
                .when(new Amend(LATER, REASON, name("Tên khác"), conditions()))
                .thenRefused("withdrawn");
    }

    @Test
    void it_can_be_withdrawn_at_any_time_with_a_reason() {
        for (var history : List.of(draft(), submitted(), selected(), returned(), registered())) {
            registration().given(history).when(new Withdraw(LATER, REASON)).then(new Withdrawn(LATER, REASON));
        }
    }

    @Test
    void but_not_before_what_happened_last() {
        registration()
                .given(registered())
                .when(new Withdraw(ACCEPTED.minusDays(1), REASON))
                .thenRefused("date-before-previous");
        registration()
                .given(and(registered(), new Amended(LATER, REASON, named("Tên khác"))))
                .when(new Withdraw(ACCEPTED, REASON))
                .thenRefused("date-before-previous");
    }

    @Test
    void withdrawing_for_the_same_reason_again_is_nothing_new() {
        registration().given(withdrawn()).when(new Withdraw(LATER, REASON)).thenNothing();
        registration()
                .given(withdrawn())
                .when(new Withdraw(LATER, "Đơn vị giải thể"))
                .thenRefused("withdrawn");
    }

    @Test
    void nothing_can_be_asked_of_a_registration_that_is_not_there() {
        for (var command : List.of(
                new Rewrite(complete()),
                RegistrationFixtures.submit(),
                new Select(SELECTED, null),
                new Return(SELECTED, REASON),
                new Accept(ACCEPTED, RegistrationFixtures.APPROVAL),
                new Amend(LATER, REASON, name("Tên khác"), conditions()),
                new Withdraw(LATER, REASON))) {
            registration().given().when(command).thenRefused("registration-unknown");
        }
    }

    @Test
    void a_history_that_cannot_be_is_a_fault() {
        var decider = new RegistrationDecider();
        for (var event : List.of(
                new Rewritten(complete()),
                new Submitted(SUBMITTED),
                new Selected(SELECTED, null),
                new Returned(SELECTED, REASON),
                new Registered(ACCEPTED, RegistrationFixtures.APPROVAL),
                new Amended(LATER, REASON, complete()),
                new Withdrawn(LATER, REASON))) {
            assertThrows(ImpossibleHistory.class, () -> decider.evolve(decider.initial(), event));
        }
        var drafted = decider.evolve(decider.initial(), draft()[0]);
        assertThrows(ImpossibleHistory.class, () -> decider.evolve(drafted, draft()[0]));
    }

    private static Change name(@Nullable String name) {
        return new Change(name, null, null, null, null, null, null, null);
    }
}
