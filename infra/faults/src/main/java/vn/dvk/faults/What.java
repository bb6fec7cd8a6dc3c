package vn.dvk.faults;

import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REGISTRATION;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.api.Service;

/** What an accepted command must have led to: a private event, a published one, or both. */
enum What {
    /** A draft is no event: what has become of it is seen when it is submitted. */
    DRAFTED(REGISTRATION, null, null),
    SUBMITTED(REGISTRATION, "registration.submitted.v1", "vn.dvk.registration.registration-submitted.v1"),
    SELECTED(REGISTRATION, "registration.selected.v1", null),
    REGISTERED(REGISTRATION, "registration.registered.v1", "vn.dvk.registration.model-registered.v1"),
    CORRECTED(REGISTRATION, "registration.corrected.v1", "vn.dvk.registration.model-corrected.v1"),
    /** What evaluation does by itself once it has heard of the registration. */
    OPENED(EVALUATION, null, "vn.dvk.evaluation.process-opened.v1"),
    /** In a stream of its own, keyed by the model. */
    INSPECTED(EVALUATION, null, "vn.dvk.evaluation.model-inspected.v1"),
    HELD(AWARDS, null, "vn.dvk.awards.hold-placed.v1");

    private final Service service;
    private final @Nullable String stored;
    private final @Nullable String published;

    What(Service service, @Nullable String stored, @Nullable String published) {
        this.service = service;
        this.stored = stored;
        this.published = published;
    }

    /** Whether its event is found beside the model's own stream. */
    boolean beside() {
        return this == INSPECTED;
    }

    static boolean beside(String type) {
        return Arrays.stream(values()).anyMatch(what -> what.beside() && type.equals(what.published));
    }

    Service service() {
        return service;
    }

    /** Its name in registration's own history. */
    Optional<String> stored() {
        return Optional.ofNullable(stored);
    }

    Optional<String> published() {
        return Optional.ofNullable(published);
    }
}
