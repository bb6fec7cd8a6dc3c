package vn.dvk.awards.events;

import java.util.Map;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent;
import vn.dvk.kit.stream.EventTypes;

/** The words this service has written to disk. Add a line; never edit one that has been released. */
public final class StoredTypes {

    public static final EventTypes<DossierEvent> DOSSIER = EventTypes.of(
            DossierEvent.class,
            Map.ofEntries(
                    Map.entry(DossierEvent.Opened.class, "dossier.opened.v1"),
                    Map.entry(DossierEvent.Amended.class, "dossier.amended.v1"),
                    Map.entry(DossierEvent.Withdrawn.class, "dossier.withdrawn.v1"),
                    Map.entry(DossierEvent.Evaluated.class, "dossier.evaluated.v1"),
                    Map.entry(DossierEvent.ConclusionVoided.class, "dossier.conclusion-voided.v1"),
                    Map.entry(DossierEvent.Recognized.class, "dossier.recognized.v1"),
                    Map.entry(DossierEvent.RecognitionRefused.class, "dossier.recognition-refused.v1"),
                    Map.entry(DossierEvent.RefusalCorrected.class, "dossier.refusal-corrected.v1"),
                    Map.entry(DossierEvent.RecognitionRevoked.class, "dossier.recognition-revoked.v1"),
                    Map.entry(DossierEvent.AwardGranted.class, "dossier.award-granted.v1"),
                    Map.entry(DossierEvent.AwardCorrected.class, "dossier.award-corrected.v1"),
                    Map.entry(DossierEvent.AwardRevoked.class, "dossier.award-revoked.v1"),
                    Map.entry(DossierEvent.HoldPlaced.class, "dossier.hold-placed.v1"),
                    Map.entry(DossierEvent.HoldReleased.class, "dossier.hold-released.v1")));

    public static final EventTypes<MovementAwardEvent> MOVEMENT = EventTypes.of(
            MovementAwardEvent.class,
            Map.of(
                    MovementAwardEvent.Granted.class, "movement-award.granted.v1",
                    MovementAwardEvent.Corrected.class, "movement-award.corrected.v1",
                    MovementAwardEvent.Revoked.class, "movement-award.revoked.v1"));

    public static final EventTypes<ReplicationEvent> REPLICATION = EventTypes.of(
            ReplicationEvent.class,
            Map.of(
                    ReplicationEvent.Proposed.class, "replication.proposed.v1",
                    ReplicationEvent.Started.class, "replication.started.v1",
                    ReplicationEvent.ReplicaRegistered.class, "replication.replica-registered.v1",
                    ReplicationEvent.Confirmed.class, "replication.confirmed.v1",
                    ReplicationEvent.Stopped.class, "replication.stopped.v1"));

    public static final EventTypes<RegisterEvent> REGISTER = EventTypes.of(
            RegisterEvent.class,
            Map.of(
                    RegisterEvent.Issued.class, "decision.issued.v1",
                    RegisterEvent.Corrected.class, "decision.corrected.v1",
                    RegisterEvent.Revoked.class, "decision.revoked.v1"));

    public static final EventTypes<WiderHoldEvent> WIDER_HOLD = EventTypes.of(
            WiderHoldEvent.class,
            Map.of(
                    WiderHoldEvent.HoldPlaced.class, "wider-hold.placed.v1",
                    WiderHoldEvent.HoldReleased.class, "wider-hold.released.v1"));

    public static final EventTypes<SubmissionEvent> SUBMISSION = EventTypes.of(
            SubmissionEvent.class,
            Map.of(
                    SubmissionEvent.Sent.class, "submission.sent.v1",
                    SubmissionEvent.Returned.class, "submission.returned.v1",
                    SubmissionEvent.Answered.class, "submission.answered.v1",
                    SubmissionEvent.Decided.class, "submission.decided.v1"));

    private StoredTypes() {}
}
