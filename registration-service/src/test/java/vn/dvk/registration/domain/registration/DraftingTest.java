package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.CODE;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ID;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SUBMITTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.draft;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.draftOf;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.named;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.replica;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.returned;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submit;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submitted;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.registration.RegistrationCommand.Draft;
import vn.dvk.registration.domain.registration.RegistrationCommand.Rewrite;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationEvent.Drafted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Rewritten;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;

class DraftingTest {

    private static final String SOURCE = "a1c7d2f0-58e3-4b96-8d14-6f0b2e9c3a45";
    private static final String REPLICATION = "0b9d6c3e-41f7-35a8-92d0-7f5e1c8a64b2";

    private static final Form GAPS =
            RegistrationFixtures.form("Còn thiếu nhiều", null, null, null, null, List.of(), null);

    @Test
    void a_draft_may_have_gaps() {
        registration().given().when(new Draft(ID, CODE, GAPS, null)).then(new Drafted(ID, CODE, GAPS));
    }

    @Test
    void it_may_be_submitted_in_the_same_breath() {
        registration()
                .given()
                .when(new Draft(ID, CODE, complete(), submit()))
                .then(new Drafted(ID, CODE, complete()), new Submitted(SUBMITTED));
    }

    @Test
    void what_is_not_complete_is_then_refused_as_a_whole() {
        registration().given().when(new Draft(ID, CODE, GAPS, submit())).thenRefused("registration-incomplete");
    }

    @Test
    void the_same_draft_again_is_nothing_new_and_keeps_its_code() {
        registration()
                .given(draft())
                .when(new Draft(ID, "NA-2024/0002", complete(), null))
                .thenNothing();
    }

    @Test
    void also_when_it_has_been_rewritten_or_has_gone_on_since() {
        for (var history : List.of(
                and(draft(), new Rewritten(named("Tên khác"))), submitted(), returned(), registered(), withdrawn())) {
            registration()
                    .given(history)
                    .when(new Draft(ID, CODE, complete(), null))
                    .thenNothing();
        }
    }

    @Test
    void the_same_row_submitted_again_is_nothing_new_also_after_a_return() {
        for (var history : List.of(submitted(), selected(), returned(), registered())) {
            registration()
                    .given(history)
                    .when(new Draft(ID, CODE, complete(), submit()))
                    .thenNothing();
        }
    }

    @Test
    void another_form_under_the_same_key_is_refused() {
        registration()
                .given(draft())
                .when(new Draft(ID, CODE, named("Tên khác"), null))
                .thenRefused("idempotency-key-reused");
    }

    @Test
    void another_day_of_submission_is_other_content_and_not_passed_over() {
        registration()
                .given(submitted())
                .when(new Draft(ID, CODE, complete(), new Submit(SUBMITTED.plusDays(1), conditions())))
                .thenRefused("idempotency-key-reused");
        registration()
                .given(draft())
                .when(new Draft(ID, CODE, complete(), submit()))
                .thenRefused("idempotency-key-reused");
    }

    @Test
    void drafts_and_returned_forms_are_rewritten() {
        for (var history : List.of(draft(), returned())) {
            registration().given(history).when(new Rewrite(named("Tên khác"))).then(new Rewritten(named("Tên khác")));
        }
    }

    @Test
    void the_same_form_again_is_nothing_new() {
        registration().given(draft()).when(new Rewrite(complete())).thenNothing();
    }

    @Test
    void what_is_under_review_or_decided_is_not_rewritten() {
        for (var history : List.of(submitted(), selected(), registered(), withdrawn())) {
            registration().given(history).when(new Rewrite(named("Tên khác"))).thenRefused("not-editable");
        }
    }

    @Test
    void a_form_stays_in_its_programme() {
        var form = complete();
        var elsewhere = new Form(
                "KB-2015-2020",
                form.unit(),
                form.name(),
                form.field(),
                form.kind(),
                form.subject(),
                form.level(),
                form.origin(),
                null,
                null,
                form.situation(),
                form.place(),
                null,
                form.goals(),
                null,
                form.forces(),
                form.resources(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        var refusal = registration().given(draft()).when(new Rewrite(elsewhere)).thenRefused("registration-fixed");

        assertEquals(
                List.of("programme"),
                refusal.faults().stream().map(Fault::field).toList());
    }

    @Test
    void the_form_of_a_replication_stays_with_it() {
        var opened = draftOf(replica("Chính quyền thân thiện", SOURCE, REPLICATION));

        var refusal = registration()
                .given(opened)
                .when(new Rewrite(named("Chính quyền thân thiện")))
                .thenRefused("registration-fixed");
        assertEquals(
                List.of("origin", "replicaOf", "replication"),
                refusal.faults().stream().map(Fault::field).toList());

        var completed = replica("Chính quyền thân thiện ở xã", SOURCE, REPLICATION);
        registration().given(opened).when(new Rewrite(completed)).then(new Rewritten(completed));
    }

    @Test
    void who_says_by_themselves_that_theirs_is_a_replica_may_take_it_back() {
        registration()
                .given(draftOf(replica("Chính quyền thân thiện", SOURCE, null)))
                .when(new Rewrite(complete()))
                .then(new Rewritten(complete()));
    }
}
