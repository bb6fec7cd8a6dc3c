package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.CODE;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ID;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SELECTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SUBMITTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.named;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.replica;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.returned;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submitted;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submittedAs;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationCommand.SubmitRow;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;

/** What is written before it is submitted, and what of it counts then. */
class DraftingTest {

    private static final String SOURCE = "a1c7d2f0-58e3-4b96-8d14-6f0b2e9c3a45";
    private static final String REPLICATION = "0b9d6c3e-41f7-35a8-92d0-7f5e1c8a64b2";

    @Test
    void a_row_that_is_submitted_at_once_is_submitted_or_refused_as_a_whole() {
        registration().given().when(row(complete())).then(submittedAs(complete()));
        var gaps = RegistrationFixtures.form("Còn thiếu nhiều", null, null, null, null, List.of(), null);
        registration().given().when(row(gaps)).thenRefused("registration-incomplete");
    }

    @Test
    void the_same_row_again_is_nothing_new_also_after_a_return() {
        for (var history : List.of(submitted(), selected(), returned(), registered())) {
            registration().given(history).when(row(complete())).thenNothing();
        }
    }

    @Test
    void another_form_or_another_day_under_the_same_key_is_not_passed_over() {
        var other = new Draft(ID, CODE, named("Tên khác"), "otherwise");
        registration()
                .given(submitted())
                .when(new SubmitRow(other, SUBMITTED, conditions()))
                .thenRefused("idempotency-key-reused");
        registration()
                .given(submitted())
                .when(new SubmitRow(written(complete()), SUBMITTED.plusDays(1), conditions()))
                .thenRefused("idempotency-key-reused");
    }

    @Test
    void what_was_written_anew_after_a_return_is_what_is_submitted_then() {
        var anew = written(named("Tên khác"));
        registration()
                .given(returned())
                .when(new Submit(anew, SELECTED, conditions()))
                .then(new Submitted(anew, SELECTED));
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
                form.milestones(),
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
                null,
                null);

        assertEquals(List.of("programme"), fields(written(form).fixed(elsewhere)));
        assertEquals(List.of(), fields(written(form).fixed(named("Tên khác"))));
    }

    @Test
    void the_form_of_a_replication_stays_with_it() {
        var opened = written(replica("Chính quyền thân thiện", SOURCE, REPLICATION));

        assertEquals(
                List.of("origin", "replicaOf", "replication"), fields(opened.fixed(named("Chính quyền thân thiện"))));
        assertEquals(List.of(), fields(opened.fixed(replica("Chính quyền thân thiện ở xã", SOURCE, REPLICATION))));
    }

    @Test
    void who_says_by_themselves_that_theirs_is_a_replica_may_take_it_back() {
        var own = written(replica("Chính quyền thân thiện", SOURCE, null));
        assertEquals(List.of(), fields(own.fixed(complete())));
    }

    private static SubmitRow row(Form form) {
        return new SubmitRow(written(form), SUBMITTED, conditions());
    }

    private static List<String> fields(List<Fault> faults) {
        return faults.stream().map(Fault::field).toList();
    }
}
