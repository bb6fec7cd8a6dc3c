package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registered model, as far as it is somebody's replica.
 *
 * @param replication which it follows from; null for a model that is nobody's replica
 */
public record ReplicaRegistration(
        String model,
        LocalDate on,
        @Nullable String replicaOf,
        @Nullable String replication) {}
