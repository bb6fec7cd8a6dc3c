package vn.dvk.registration.events;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The types of event of other services this service knows: what it uses, and what it passes over on purpose. */
public final class ConsumedTypes {

    /** The service that tells everything below. */
    public static final String AWARDS = "awards";

    public static final String MODEL_RECOGNIZED = "vn.dvk.awards.model-recognized.v1";
    public static final String RECOGNITION_REVOKED = "vn.dvk.awards.recognition-revoked.v1";
    public static final String AWARD_GRANTED = "vn.dvk.awards.award-granted.v1";
    public static final String AWARD_CORRECTED = "vn.dvk.awards.award-corrected.v1";
    public static final String AWARD_REVOKED = "vn.dvk.awards.award-revoked.v1";
    public static final String REPLICATION_STARTED = "vn.dvk.awards.replication-started.v1";

    /** By name, because a type nobody has named is parked until somebody says what it means here. */
    public static final Set<String> IGNORED = Set.of(
            "vn.dvk.awards.wider-hold-placed.v1",
            "vn.dvk.awards.wider-hold-released.v1",
            "vn.dvk.awards.submission-sent.v1",
            "vn.dvk.awards.submission-returned.v1",
            "vn.dvk.awards.submission-decided.v1",
            "vn.dvk.awards.decision-issued.v1",
            "vn.dvk.awards.decision-corrected.v1",
            "vn.dvk.awards.decision-revoked.v1",
            "vn.dvk.awards.recognition-refused.v1",
            "vn.dvk.awards.refusal-corrected.v1",
            "vn.dvk.awards.hold-placed.v1",
            "vn.dvk.awards.hold-released.v1",
            "vn.dvk.awards.replication-proposed.v1",
            "vn.dvk.awards.model-replicated.v1",
            "vn.dvk.awards.replication-stopped.v1");

    public static final Set<String> USED = Set.of(
            MODEL_RECOGNIZED, RECOGNITION_REVOKED, AWARD_GRANTED, AWARD_CORRECTED, AWARD_REVOKED, REPLICATION_STARTED);

    private ConsumedTypes() {}

    /** What one handler passes over: what nobody uses here, and what another one uses. */
    public static String[] ignoredBut(String... own) {
        return Stream.concat(IGNORED.stream(), USED.stream())
                .filter(type -> !List.of(own).contains(type))
                .toArray(String[]::new);
    }
}
