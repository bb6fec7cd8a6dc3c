package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/** As much of a registration's history as a decision, or what is published about it, needs. */
public sealed interface Registration {

    record Unknown() implements Registration {}

    /**
     * @param drafted          the form as it was first written, to tell a repeated request from another one
     * @param firstSubmittedOn business date of the first submission, for the same reason
     * @param lastOn           business date of the last thing that happened; nothing later may be dated before it
     * @param lastReason       why it was returned or withdrawn last
     * @param submittedOn      business dates of the gates it has passed; null again after a return
     * @param registeredOn     business date of the approval; stays when a registered model is withdrawn
     */
    record Known(
            String id,
            String code,
            Stage stage,
            Form drafted,
            Form form,
            @Nullable LocalDate firstSubmittedOn,
            @Nullable LocalDate lastOn,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate selectedOn,
            @Nullable Paper minutes,
            @Nullable LocalDate registeredOn,
            @Nullable Paper approval,
            @Nullable String lastReason)
            implements Registration {

        static Known drafted(String id, String code, Form form) {
            return new Known(id, code, Stage.DRAFT, form, form, null, null, null, null, null, null, null, null);
        }

        Known rewritten(Form other) {
            return new Known(
                    id,
                    code,
                    stage,
                    drafted,
                    other,
                    firstSubmittedOn,
                    lastOn,
                    null,
                    null,
                    null,
                    null,
                    null,
                    lastReason);
        }

        Known submitted(LocalDate on) {
            var first = firstSubmittedOn == null ? on : firstSubmittedOn;
            return new Known(id, code, Stage.SUBMITTED, drafted, form, first, on, on, null, null, null, null, null);
        }

        Known selected(LocalDate on, @Nullable Paper by) {
            return new Known(
                    id,
                    code,
                    Stage.SELECTED,
                    drafted,
                    form,
                    firstSubmittedOn,
                    on,
                    submittedOn,
                    on,
                    by,
                    null,
                    null,
                    null);
        }

        Known returned(LocalDate on, String reason) {
            return new Known(
                    id,
                    code,
                    Stage.RETURNED,
                    drafted,
                    form,
                    firstSubmittedOn,
                    on,
                    null,
                    null,
                    null,
                    null,
                    null,
                    reason);
        }

        Known registered(LocalDate on, Paper by) {
            return new Known(
                    id,
                    code,
                    Stage.REGISTERED,
                    drafted,
                    form,
                    firstSubmittedOn,
                    on,
                    submittedOn,
                    selectedOn,
                    minutes,
                    on,
                    by,
                    null);
        }

        Known amended(LocalDate on, Form other, String reason) {
            return new Known(
                    id,
                    code,
                    stage,
                    drafted,
                    other,
                    firstSubmittedOn,
                    on,
                    submittedOn,
                    selectedOn,
                    minutes,
                    registeredOn,
                    approval,
                    reason);
        }

        Known withdrawn(LocalDate on, String reason) {
            return new Known(
                    id,
                    code,
                    Stage.WITHDRAWN,
                    drafted,
                    form,
                    firstSubmittedOn,
                    on,
                    submittedOn,
                    selectedOn,
                    minutes,
                    registeredOn,
                    approval,
                    reason);
        }
    }

    /** Where a registration stands. */
    enum Stage {
        DRAFT,
        SUBMITTED,
        SELECTED,
        RETURNED,
        REGISTERED,
        WITHDRAWN
    }
}
