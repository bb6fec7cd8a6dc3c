package vn.dvk.reporting.events;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Source;
import vn.dvk.reporting.domain.history.ModelEvent;
import vn.dvk.reporting.domain.history.ModelEvent.AwardCorrected;
import vn.dvk.reporting.domain.history.ModelEvent.AwardRevoked;
import vn.dvk.reporting.domain.history.ModelEvent.Changed;
import vn.dvk.reporting.domain.history.ModelEvent.ConclusionVoided;
import vn.dvk.reporting.domain.history.ModelEvent.Corrected;
import vn.dvk.reporting.domain.history.ModelEvent.Evaluated;
import vn.dvk.reporting.domain.history.ModelEvent.Forwarded;
import vn.dvk.reporting.domain.history.ModelEvent.Granted;
import vn.dvk.reporting.domain.history.ModelEvent.HoldPlaced;
import vn.dvk.reporting.domain.history.ModelEvent.HoldReleased;
import vn.dvk.reporting.domain.history.ModelEvent.Inspected;
import vn.dvk.reporting.domain.history.ModelEvent.NotApproved;
import vn.dvk.reporting.domain.history.ModelEvent.Opened;
import vn.dvk.reporting.domain.history.ModelEvent.RecognitionRefused;
import vn.dvk.reporting.domain.history.ModelEvent.RecognitionRevoked;
import vn.dvk.reporting.domain.history.ModelEvent.Recognized;
import vn.dvk.reporting.domain.history.ModelEvent.RefusalCorrected;
import vn.dvk.reporting.domain.history.ModelEvent.Registered;
import vn.dvk.reporting.domain.history.ModelEvent.Replicated;
import vn.dvk.reporting.domain.history.ModelEvent.ReplicationProposed;
import vn.dvk.reporting.domain.history.ModelEvent.ReplicationStarted;
import vn.dvk.reporting.domain.history.ModelEvent.ReplicationStopped;
import vn.dvk.reporting.domain.history.ModelEvent.Reported;
import vn.dvk.reporting.domain.history.ModelEvent.Returned;
import vn.dvk.reporting.domain.history.ModelEvent.Reviewed;
import vn.dvk.reporting.domain.history.ModelEvent.StepCompleted;
import vn.dvk.reporting.domain.history.ModelEvent.StepReturned;
import vn.dvk.reporting.domain.history.ModelEvent.Submitted;
import vn.dvk.reporting.domain.history.ModelEvent.Transferred;
import vn.dvk.reporting.domain.history.ModelEvent.Voided;
import vn.dvk.reporting.domain.history.ModelEvent.Withdrawn;

/** Names on the wire of what is read here, by service. A test compares them with {@link ModelEvent} and with the contracts. */
public final class ConsumedTypes {

    public static final String DIRECTORY = "directory";

    /** The three services that tell a model's history. */
    public static final List<String> HISTORY = List.of("registration", "evaluation", "awards");

    public static final String UNIT = "vn.dvk.directory.unit.v1";
    public static final String PROGRAMME = "vn.dvk.directory.programme.v1";
    public static final String TERM = "vn.dvk.directory.term.v1";

    private static final Map<String, Class<? extends ModelEvent>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("vn.dvk.registration.registration-submitted.v1", Submitted.class);
        TYPES.put("vn.dvk.registration.registration-returned.v1", Returned.class);
        TYPES.put("vn.dvk.registration.registration-not-approved.v1", NotApproved.class);
        TYPES.put("vn.dvk.registration.model-registered.v1", Registered.class);
        TYPES.put("vn.dvk.registration.model-corrected.v1", Corrected.class);
        TYPES.put("vn.dvk.registration.model-changed.v1", Changed.class);
        TYPES.put("vn.dvk.registration.model-transferred.v1", Transferred.class);
        TYPES.put("vn.dvk.registration.model-forwarded.v1", Forwarded.class);
        TYPES.put("vn.dvk.registration.model-voided.v1", Voided.class);
        TYPES.put("vn.dvk.registration.model-withdrawn.v1", Withdrawn.class);
        TYPES.put("vn.dvk.evaluation.process-opened.v1", Opened.class);
        TYPES.put("vn.dvk.evaluation.step-completed.v1", StepCompleted.class);
        TYPES.put("vn.dvk.evaluation.step-returned.v1", StepReturned.class);
        TYPES.put("vn.dvk.evaluation.progress-reported.v1", Reported.class);
        TYPES.put("vn.dvk.evaluation.model-inspected.v1", Inspected.class);
        TYPES.put("vn.dvk.evaluation.model-evaluated.v1", Evaluated.class);
        TYPES.put("vn.dvk.evaluation.conclusion-voided.v1", ConclusionVoided.class);
        TYPES.put("vn.dvk.evaluation.model-reviewed.v1", Reviewed.class);
        TYPES.put("vn.dvk.awards.model-recognized.v1", Recognized.class);
        TYPES.put("vn.dvk.awards.recognition-refused.v1", RecognitionRefused.class);
        TYPES.put("vn.dvk.awards.refusal-corrected.v1", RefusalCorrected.class);
        TYPES.put("vn.dvk.awards.recognition-revoked.v1", RecognitionRevoked.class);
        TYPES.put("vn.dvk.awards.award-granted.v1", Granted.class);
        TYPES.put("vn.dvk.awards.award-corrected.v1", AwardCorrected.class);
        TYPES.put("vn.dvk.awards.award-revoked.v1", AwardRevoked.class);
        TYPES.put("vn.dvk.awards.hold-placed.v1", HoldPlaced.class);
        TYPES.put("vn.dvk.awards.hold-released.v1", HoldReleased.class);
        TYPES.put("vn.dvk.awards.replication-proposed.v1", ReplicationProposed.class);
        TYPES.put("vn.dvk.awards.replication-started.v1", ReplicationStarted.class);
        TYPES.put("vn.dvk.awards.model-replicated.v1", Replicated.class);
        TYPES.put("vn.dvk.awards.replication-stopped.v1", ReplicationStopped.class);
    }

    /** Named, because a type nobody has named is parked until somebody says what it means here. */
    private static final Set<String> IGNORED = Set.of(
            "vn.dvk.directory.assignment.v1",
            "vn.dvk.awards.submission-sent.v1",
            "vn.dvk.awards.submission-returned.v1",
            "vn.dvk.awards.submission-decided.v1");

    public static final String DECISION_ISSUED = "vn.dvk.awards.decision-issued.v1";
    public static final String DECISION_CORRECTED = "vn.dvk.awards.decision-corrected.v1";
    public static final String DECISION_REVOKED = "vn.dvk.awards.decision-revoked.v1";

    /** Of what a model's facts rest on. Each decision has a document of its own, like a card. */
    private static final Set<String> DECISIONS = Set.of(DECISION_ISSUED, DECISION_CORRECTED, DECISION_REVOKED);

    public static final String WIDER_HOLD_PLACED = "vn.dvk.awards.wider-hold-placed.v1";
    public static final String WIDER_HOLD_RELEASED = "vn.dvk.awards.wider-hold-released.v1";

    /** On a unit or a subject; each has a document of its own as well. */
    private static final Set<String> WIDER_HOLDS = Set.of(WIDER_HOLD_PLACED, WIDER_HOLD_RELEASED);

    private static final Set<Class<? extends ModelEvent>> REPLICATION =
            Set.of(ReplicationProposed.class, ReplicationStarted.class, Replicated.class, ReplicationStopped.class);

    private ConsumedTypes() {}

    /**
     * The card that an event belongs to: the record key names it, the model or what has no model; a replication has one of
     * its own, because there may be thousands of a model.
     */
    public static String cardOf(IncomingEvent event) {
        return isOfReplication(event.type()) ? event.subject() : event.key();
    }

    public static boolean isOfReplication(String type) {
        return TYPES.get(type) instanceof Class<? extends ModelEvent> what && REPLICATION.contains(what);
    }

    /** What can happen to a model, by its name on the wire. */
    public static Map<String, Class<? extends ModelEvent>> modelEvents() {
        return Collections.unmodifiableMap(TYPES);
    }

    public static boolean isIgnored(String type) {
        return IGNORED.contains(type);
    }

    /** Types of the service that are passed over. */
    public static Set<String> ignored(String service) {
        return ofService(service, IGNORED);
    }

    public static boolean isOfDirectory(IncomingEvent event) {
        return Source.serviceOf(event.source()).equals(DIRECTORY);
    }

    /** Types of the service that are used. */
    public static Set<String> of(String service) {
        if (service.equals(DIRECTORY)) {
            return Set.of(UNIT, PROGRAMME, TERM);
        }
        var used = new HashSet<>(ofService(service, TYPES.keySet()));
        used.addAll(ofService(service, DECISIONS));
        used.addAll(ofService(service, WIDER_HOLDS));
        return used;
    }

    private static Set<String> ofService(String service, Set<String> types) {
        return types.stream()
                .filter(type -> type.startsWith("vn.dvk." + service + "."))
                .collect(Collectors.toUnmodifiableSet());
    }
}
