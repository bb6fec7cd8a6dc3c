package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ACCEPTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.APPROVAL;
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
import static vn.dvk.registration.domain.registration.ValuesFixture.values;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.envelope.Json;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.domain.registration.RegistrationCommand.ApproveProposal;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationCommand.Disapprove;
import vn.dvk.registration.domain.registration.RegistrationCommand.MakeVoid;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRecognition;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRevocation;
import vn.dvk.registration.domain.registration.RegistrationCommand.RejectProposal;
import vn.dvk.registration.domain.registration.RegistrationCommand.Return;
import vn.dvk.registration.domain.registration.RegistrationCommand.Select;
import vn.dvk.registration.domain.registration.RegistrationCommand.Transfer;
import vn.dvk.registration.domain.registration.RegistrationCommand.Withdraw;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.NotApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalRejected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Proposed;
import vn.dvk.registration.domain.registration.RegistrationEvent.RecognitionNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.RevocationNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.registration.RegistrationEvent.Voided;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.domain.unit.Mergers;

/** What can happen to a registered model, and that these are different things. */
class AfterRegistrationTest {

    @Test
    void a_registered_model_is_corrected_and_what_is_not_named_stays() {
        registration()
                .given(registered())
                .when(correct(values().name("Tên khác")))
                .then(new Corrected(LATER, List.of("name"), REASON, null, named("Tên khác")));
    }

    @Test
    void a_registered_model_is_changed_from_a_day_on() {
        registration()
                .given(registered())
                .when(new Change(LATER, values().name("Tên khác").get(), REASON, APPROVAL, conditions(), true, null))
                .then(new Changed(LATER, List.of("name"), REASON, APPROVAL, named("Tên khác")));
    }

    @Test
    void each_field_that_can_get_another_value_does() {
        var everything = new NewValues(
                "NA-02",
                "Tên khác",
                "VHXH",
                RegistrationKind.EXEMPLAR,
                SubjectType.INDIVIDUAL,
                "DISTRICT",
                "Tình hình khác",
                "Thôn 4",
                "Hộ nghèo",
                List.of(new Form.Goal("G9", "Số hộ", "hộ", "1", "2", null, LATER)),
                List.of(new Form.Milestone("Ra mắt", LATER)),
                "Vận động",
                List.of(new Form.Force("Chi đoàn", "CARRY_OUT")),
                List.of(new Form.Resource("Tiền", "5000000", "Xã hội hóa", null)),
                LATER,
                LATER.plusDays(1),
                "Sản phẩm",
                "Duy trì",
                "b1f7a0c4-62de-4d18-8c35-9e07f4a2d6b1",
                SUBMITTED,
                "Người lập",
                "Người xác nhận",
                "5e0f7a92-6c1d-4b38-a7e4-93d2c8b10f56",
                List.of(new Owner("NA-02", Owner.Role.LEAD, null)),
                null,
                Form.Origin.UPGRADED,
                "7c1e4b90-58d2-4f36-a0b7-2e9d6f13c845",
                List.of(),
                null);

        var form = everything.appliedTo(complete());

        assertEquals(everything, Json.MAPPER.convertValue(form, NewValues.class));
        var fixed = List.of("programme", "replication");
        assertEquals(
                Form.FIELDS.keySet().stream()
                        .filter(field -> !fixed.contains(field))
                        .toList(),
                form.differingFrom(complete()));
    }

    @Test
    void every_field_of_the_form_is_compared() {
        assertEquals(
                Arrays.stream(Form.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("texts"))
                        .toList(),
                List.copyOf(Form.FIELDS.keySet()));
    }

    @Test
    void what_changes_nothing_is_refused() {
        var same = values().name(String.valueOf(complete().name()));
        registration().given(registered()).when(correct(same)).thenRefused("nothing-to-correct");
        registration().given(registered()).when(change(LATER, same)).thenRefused("nothing-to-change");
        registration().given(registered()).when(correct(values())).thenRefused("nothing-to-correct");
    }

    @Test
    void the_form_is_still_complete_and_fits_the_programme() {
        for (var wrong : List.of(values().field("QPAN"), values().subject(SubjectType.INDIVIDUAL))) {
            registration().given(registered()).when(correct(wrong)).thenRefused("registration-incomplete");
            registration().given(registered()).when(change(LATER, wrong)).thenRefused("registration-incomplete");
        }
    }

    @Test
    void only_what_is_new_has_to_fit_because_the_model_may_outlive_its_unit_and_its_programme() {
        var ended = new Conditions(
                LocalDate.of(2024, 1, 1),
                SUBMITTED,
                Set.of("VHXH"),
                List.of(),
                List.of(),
                List.of(),
                false,
                Mergers.NONE,
                RegistrationFixtures.WORDS,
                null,
                null);
        registration()
                .given(registered())
                .when(new Correct(LATER, values().name("Tên khác").get(), REASON, null, ended, true, null))
                .then(new Corrected(LATER, List.of("name"), REASON, null, named("Tên khác")));
        registration()
                .given(registered())
                .when(new Change(LATER, values().name("Tên khác").get(), REASON, null, ended, true, null))
                .then(new Changed(LATER, List.of("name"), REASON, null, named("Tên khác")));
    }

    @Test
    void a_correction_made_today_does_not_keep_what_happened_before_it_from_being_told() {
        var corrected = new Corrected(LATER, List.of("name"), REASON, null, named("Tên khác"));
        var before = LATER.minusMonths(1);
        registration()
                .given(and(registered(), corrected))
                .when(new Transfer(before, "NA-02", null, null, conditions()))
                .then(new Transferred(before, complete().unit(), "NA-02", null, null, null));
        registration()
                .given(and(registered(), corrected))
                .when(new Withdraw(before, REASON))
                .then(new Withdrawn(before, REASON));
    }

    @Test
    void nothing_is_corrected_changed_transferred_or_voided_before_it_was_registered() {
        for (var command : List.of(
                new Correct(SELECTED, values().name("Tên khác").get(), REASON, null, conditions(), true, null),
                change(SELECTED, values().name("Tên khác")),
                new Transfer(SELECTED, "NA-02", null, null, conditions()),
                new MakeVoid(SELECTED, REASON))) {
            registration().given(registered()).when(command).thenRefused("date-before-previous");
        }
    }

    @Test
    void changes_come_in_order_and_so_do_transfers_but_not_among_each_other() {
        var changed = and(registered(), new Changed(LATER, List.of("name"), REASON, null, named("Tên khác")));
        registration()
                .given(changed)
                .when(change(LATER.minusDays(1), values().place("Thôn 4")))
                .thenRefused("date-before-previous");
        registration()
                .given(changed)
                .when(new Transfer(LATER.minusDays(1), "NA-02", null, null, conditions()))
                .then(new Transferred(LATER.minusDays(1), complete().unit(), "NA-02", null, null, null));
        registration()
                .given(and(registered(), new Transferred(LATER, complete().unit(), "NA-02", null, null, null)))
                .when(new Transfer(LATER.minusDays(1), "NA-03", null, null, conditions()))
                .thenRefused("date-before-previous");
    }

    @Test
    void the_unit_changes_only_by_a_transfer_to_a_unit_that_is_there_on_that_day() {
        registration()
                .given(registered())
                .when(change(LATER, values().unit("NA-02")))
                .thenRefused("registration-incomplete");
        registration()
                .given(registered())
                .when(new Transfer(LATER, "NA-02", REASON, APPROVAL, conditions()))
                .then(new Transferred(LATER, complete().unit(), "NA-02", REASON, APPROVAL, null));
        registration()
                .given(registered())
                .when(new Transfer(LATER, "NA-02", REASON, null, conditions(false)))
                .thenRefused("registration-incomplete");
    }

    @Test
    void the_same_transfer_again_is_nothing_new() {
        var over = and(registered(), new Transferred(LATER, complete().unit(), "NA-02", null, null, null));
        registration()
                .given(over)
                .when(new Transfer(LATER, "NA-02", REASON, null, conditions()))
                .thenNothing();
        registration()
                .given(over)
                .when(new Transfer(LATER.plusDays(1), "NA-02", null, null, conditions()))
                .thenRefused("already-there");
        registration()
                .given(registered())
                .when(new Transfer(LATER, complete().unit(), null, null, conditions()))
                .thenRefused("already-there");
    }

    @Test
    void a_unit_that_was_wrong_from_the_start_is_corrected_unless_the_model_has_gone_over_since() {
        var right = values().unit("NA-02");
        registration()
                .given(registered())
                .when(correct(right))
                .then(new Corrected(
                        LATER, List.of("unit"), REASON, null, right.get().appliedTo(complete())));
        registration()
                .given(and(registered(), new Transferred(LATER, complete().unit(), "NA-03", null, null, null)))
                .when(correct(right))
                .thenRefused("registration-incomplete");
    }

    @Test
    void only_what_is_registered_is_corrected_changed_transferred_or_voided() {
        for (var command : List.of(
                correct(values().name("Tên khác")),
                change(LATER, values().name("Tên khác")),
                new Transfer(LATER, "NA-02", null, null, conditions()),
                new MakeVoid(LATER, REASON))) {
            draft().given().when(command).thenRefused("not-registered");
            for (var history : List.of(submitted(), selected(), returned())) {
                registration().given(history).when(command).thenRefused("not-registered");
            }
            registration()
                    .given(and(registered(), new Voided(LATER, "Nhập trùng")))
                    .when(command)
                    .thenRefused("voided");
            registration()
                    .given(and(submitted(), new NotApproved(SELECTED, "Trùng")))
                    .when(command)
                    .thenRefused("not-approved");
        }
        registration()
                .given(withdrawn())
                .when(change(LATER, values().name("Tên khác")))
                .thenRefused("withdrawn");
    }

    @Test
    void what_was_registered_twice_is_voided_even_if_it_was_withdrawn_in_the_meantime() {
        registration().given(registered()).when(new MakeVoid(LATER, REASON)).then(new Voided(LATER, REASON));
        registration().given(withdrawn()).when(new MakeVoid(LATER, REASON)).then(new Voided(LATER, REASON));
        registration()
                .given(and(registered(), new Voided(LATER, REASON)))
                .when(new MakeVoid(LATER, REASON))
                .thenNothing();
        registration()
                .given(and(submitted(), new Withdrawn(LATER, REASON)))
                .when(new MakeVoid(LATER, REASON))
                .thenRefused("withdrawn");
    }

    @Test
    void it_can_be_withdrawn_at_any_time_with_a_reason() {
        draft().given().when(new Withdraw(LATER, REASON)).then(new Withdrawn(LATER, REASON));
        for (var history : List.of(submitted(), selected(), returned(), registered())) {
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
                .given(and(registered(), new Changed(LATER, List.of("name"), REASON, null, named("Tên khác"))))
                .when(new Withdraw(ACCEPTED, REASON))
                .thenRefused("date-before-previous");
        registration()
                .given(and(registered(), new Transferred(LATER, complete().unit(), "NA-02", null, null, null)))
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
                new Select(SELECTED, null),
                new Return(SELECTED, REASON),
                new Accept(ACCEPTED, APPROVAL, RegistrationFixtures.WORDS.levels(), Mergers.NONE),
                new Disapprove(SELECTED, REASON),
                correct(values().name("Tên khác")),
                change(LATER, values().name("Tên khác")),
                new Transfer(LATER, "NA-02", null, null, conditions()),
                new MakeVoid(LATER, REASON),
                new ApproveProposal(LATER, conditions(), null, null),
                new RejectProposal(LATER, REASON),
                new NoteRecognition("R1"),
                new NoteRevocation("R1"),
                new Withdraw(LATER, REASON))) {
            registration().given().when(command).thenRefused("registration-unknown");
        }
    }

    @Test
    void a_history_that_cannot_be_is_a_fault() {
        var decider = new RegistrationDecider();
        for (var event : List.of(
                new Selected(SELECTED, null),
                new Returned(SELECTED, REASON),
                new Registered(ACCEPTED, APPROVAL),
                new NotApproved(SELECTED, REASON),
                new Corrected(LATER, List.of("name"), REASON, null, complete()),
                new Changed(LATER, List.of("name"), REASON, null, complete()),
                new Transferred(LATER, "NA-01", "NA-02", null, null, null),
                new Voided(LATER, REASON),
                new RecognitionNoted("R1"),
                new RevocationNoted("R1"),
                new Proposed(correct(values()).toProposal()),
                new ProposalApproved(LATER),
                new ProposalRejected(LATER, REASON),
                new Withdrawn(LATER, REASON))) {
            assertThrows(ImpossibleHistory.class, () -> decider.evolve(decider.initial(), event));
        }
    }

    private static Correct correct(ValuesFixture values) {
        return new Correct(LATER, values.get(), REASON, null, conditions(), true, null);
    }

    private static Change change(LocalDate on, ValuesFixture values) {
        return new Change(on, values.get(), REASON, null, conditions(), true, null);
    }
}
