package vn.dvk.registration.events.consumed;

import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Form;

/**
 * A unit has begun to apply another's model: enough of it to open a draft.
 *
 * @param model       the model that is replicated
 * @param code        by which a person's or household's example is called while its title is not public
 * @param replication the replication, which the draft's form will name
 * @param ownModel    whether the target wants to register it as a model of its own
 * @param again       whether it was applied before and stopped; a draft was opened then
 */
public record ReplicationStarted(
        String model,
        String code,
        String programme,
        @Nullable String name,
        String field,
        RegistrationKind kind,
        SubjectType subject,
        String replication,
        Target target,
        boolean ownModel,
        boolean again) {

    /** Where it is applied. */
    public record Target(String unit, @Nullable String place) {}

    /** What is known of the replica; the unit writes the rest. */
    public Form toForm() {
        var title = name == null ? code : name;
        return Form.ofReplica(
                programme, target.unit(), title, field, kind, subject, model, replication, target.place());
    }
}
