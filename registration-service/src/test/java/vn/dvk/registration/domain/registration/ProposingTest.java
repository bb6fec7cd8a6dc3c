package vn.dvk.registration.domain.registration;

import static vn.dvk.registration.domain.registration.RegistrationFixtures.LATER;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.REASON;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.and;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.named;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;
import static vn.dvk.registration.domain.registration.ValuesFixture.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.domain.registration.RegistrationCommand.ApproveProposal;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRecognition;
import vn.dvk.registration.domain.registration.RegistrationCommand.NoteRevocation;
import vn.dvk.registration.domain.registration.RegistrationCommand.RejectProposal;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalRejected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Proposed;
import vn.dvk.registration.domain.registration.RegistrationEvent.RecognitionNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.RevocationNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Voided;

/** What is recognized is corrected or changed by two: an officer proposes, a reviewer approves. */
class ProposingTest {

    private static final Correct CORRECT = correct("Tên khác", true);
    private static final Proposed PROPOSED = new Proposed(CORRECT.toProposal());
    private static final Corrected CORRECTED = new Corrected(LATER, List.of("name"), REASON, null, named("Tên khác"));
    private static final ApproveProposal APPROVE = new ApproveProposal(LATER, conditions(), null, null);

    @Test
    void an_officer_alone_only_proposes() {
        registration().given(recognized()).when(CORRECT).then(PROPOSED);
        var change = new Change(LATER, values().place("Thôn 4").get(), REASON, null, conditions(), true, null);
        registration().given(recognized()).when(change).then(new Proposed(change.toProposal()));
    }

    @Test
    void before_it_is_recognized_and_when_it_is_no_more_nobody_needs_to_approve() {
        registration().given(registered()).when(CORRECT).then(CORRECTED);
        registration()
                .given(and(recognized(), new RevocationNoted("R1")))
                .when(CORRECT)
                .then(CORRECTED);
        registration()
                .given(and(recognized(), new RecognitionNoted("R2"), new RevocationNoted("R1")))
                .when(CORRECT)
                .then(PROPOSED);
    }

    @Test
    void a_reviewer_needs_no_approval() {
        registration().given(recognized()).when(correct("Tên khác", false)).then(CORRECTED);
    }

    @Test
    void what_could_not_be_done_is_not_proposed() {
        registration()
                .given(recognized())
                .when(new Correct(LATER, values().field("QPAN").get(), REASON, null, conditions(), true, null))
                .thenRefused("registration-incomplete");
        registration()
                .given(recognized())
                .when(new Correct(LATER, values().get(), REASON, null, conditions(), true, null))
                .thenRefused("nothing-to-correct");
    }

    @Test
    void one_proposal_waits_at_a_time_and_the_same_again_is_nothing_new() {
        registration().given(waiting()).when(CORRECT).thenNothing();
        registration().given(waiting()).when(correct("Tên thứ ba", true)).thenRefused("proposal-waiting");
    }

    @Test
    void approved_it_takes_effect() {
        registration().given(waiting()).when(APPROVE).then(new ProposalApproved(LATER), CORRECTED);
        var change = new Change(LATER, values().name("Tên khác").get(), REASON, null, conditions(), true, null);
        registration()
                .given(and(recognized(), new Proposed(change.toProposal())))
                .when(APPROVE)
                .then(
                        new ProposalApproved(LATER),
                        new Changed(LATER, List.of("name"), REASON, null, named("Tên khác")));
    }

    @Test
    void rejected_it_does_not_and_another_may_be_proposed() {
        var rejected = new ProposalRejected(LATER, REASON);
        registration().given(waiting()).when(new RejectProposal(LATER, REASON)).then(rejected);
        registration().given(and(waiting(), rejected)).when(CORRECT).then(PROPOSED);
        registration().given(and(waiting(), rejected)).when(APPROVE).thenRefused("no-proposal");
    }

    @Test
    void what_has_happened_in_the_meantime_counts() {
        registration().given(and(waiting(), CORRECTED)).when(APPROVE).thenRefused("nothing-to-correct");
        registration()
                .given(and(waiting(), new Voided(LATER, REASON)))
                .when(APPROVE)
                .thenRefused("voided");
    }

    @Test
    void without_a_proposal_there_is_nothing_to_decide() {
        registration().given(recognized()).when(APPROVE).thenRefused("no-proposal");
        registration()
                .given(recognized())
                .when(new RejectProposal(LATER, REASON))
                .thenRefused("no-proposal");
    }

    @Test
    void recognitions_are_noted_once_whatever_has_become_of_the_registration() {
        registration().given(registered()).when(new NoteRecognition("R1")).then(new RecognitionNoted("R1"));
        registration().given(withdrawn()).when(new NoteRecognition("R1")).then(new RecognitionNoted("R1"));
        registration().given(recognized()).when(new NoteRecognition("R1")).thenNothing();
        registration().given(recognized()).when(new NoteRevocation("R1")).then(new RevocationNoted("R1"));
        registration().given(registered()).when(new NoteRevocation("R1")).thenNothing();
    }

    private static Correct correct(String name, boolean alone) {
        return new Correct(LATER, values().name(name).get(), REASON, null, conditions(), alone, null);
    }

    private static RegistrationEvent[] recognized() {
        return and(registered(), new RecognitionNoted("R1"));
    }

    private static RegistrationEvent[] waiting() {
        return and(recognized(), PROPOSED);
    }
}
