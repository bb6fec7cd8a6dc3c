package vn.dvk.reporting.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dvk.reporting.card.Happening.Amended;
import vn.dvk.reporting.card.Happening.AwardRevoked;
import vn.dvk.reporting.card.Happening.Evaluated;
import vn.dvk.reporting.card.Happening.Granted;
import vn.dvk.reporting.card.Happening.HoldPlaced;
import vn.dvk.reporting.card.Happening.HoldReleased;
import vn.dvk.reporting.card.Happening.Inspected;
import vn.dvk.reporting.card.Happening.Opened;
import vn.dvk.reporting.card.Happening.RecognitionRefused;
import vn.dvk.reporting.card.Happening.RecognitionRevoked;
import vn.dvk.reporting.card.Happening.Recognized;
import vn.dvk.reporting.card.Happening.Registered;
import vn.dvk.reporting.card.Happening.Replicated;
import vn.dvk.reporting.card.Happening.ReplicationProposed;
import vn.dvk.reporting.card.Happening.ReplicationStarted;
import vn.dvk.reporting.card.Happening.ReplicationStopped;
import vn.dvk.reporting.card.Happening.Reported;
import vn.dvk.reporting.card.Happening.Returned;
import vn.dvk.reporting.card.Happening.StepCompleted;
import vn.dvk.reporting.card.Happening.StepReturned;
import vn.dvk.reporting.card.Happening.Submitted;
import vn.dvk.reporting.card.Happening.Withdrawn;

/** Names on the wire of what is read here. A test compares them with {@link Happening} and with the contracts. */
public final class WireNames {

    private static final Map<String, Class<? extends Happening>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("vn.dvk.registration.registration-submitted.v1", Submitted.class);
        TYPES.put("vn.dvk.registration.registration-returned.v1", Returned.class);
        TYPES.put("vn.dvk.registration.model-registered.v1", Registered.class);
        TYPES.put("vn.dvk.registration.model-amended.v1", Amended.class);
        TYPES.put("vn.dvk.registration.model-withdrawn.v1", Withdrawn.class);
        TYPES.put("vn.dvk.evaluation.process-opened.v1", Opened.class);
        TYPES.put("vn.dvk.evaluation.step-completed.v1", StepCompleted.class);
        TYPES.put("vn.dvk.evaluation.step-returned.v1", StepReturned.class);
        TYPES.put("vn.dvk.evaluation.progress-reported.v1", Reported.class);
        TYPES.put("vn.dvk.evaluation.model-inspected.v1", Inspected.class);
        TYPES.put("vn.dvk.evaluation.model-evaluated.v1", Evaluated.class);
        TYPES.put("vn.dvk.awards.model-recognized.v1", Recognized.class);
        TYPES.put("vn.dvk.awards.recognition-refused.v1", RecognitionRefused.class);
        TYPES.put("vn.dvk.awards.recognition-revoked.v1", RecognitionRevoked.class);
        TYPES.put("vn.dvk.awards.award-granted.v1", Granted.class);
        TYPES.put("vn.dvk.awards.award-revoked.v1", AwardRevoked.class);
        TYPES.put("vn.dvk.awards.hold-placed.v1", HoldPlaced.class);
        TYPES.put("vn.dvk.awards.hold-released.v1", HoldReleased.class);
        TYPES.put("vn.dvk.awards.replication-proposed.v1", ReplicationProposed.class);
        TYPES.put("vn.dvk.awards.replication-started.v1", ReplicationStarted.class);
        TYPES.put("vn.dvk.awards.model-replicated.v1", Replicated.class);
        TYPES.put("vn.dvk.awards.replication-stopped.v1", ReplicationStopped.class);
    }

    private WireNames() {}

    public static Map<String, Class<? extends Happening>> all() {
        return Collections.unmodifiableMap(TYPES);
    }

    /** Names of what the source {@code /dvk/<service>} publishes. */
    public static Set<String> of(String service) {
        return TYPES.keySet().stream()
                .filter(type -> type.startsWith("vn.dvk." + service + "."))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Class<? extends Happening> reading(String type) {
        return Objects.requireNonNull(TYPES.get(type), type);
    }
}
