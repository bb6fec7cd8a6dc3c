package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/** As much of a registration's history as a decision, or what is published about it, needs. */
public sealed interface Registration {

    record Unknown() implements Registration {}

    /**
     * @param drafted      the form as it was first written, to tell a repeated request from another one
     * @param lastReason   why it was returned or withdrawn last
     * @param submittedOn  business dates of the gates it has passed; null again after a return
     * @param registeredOn business date of the approval; stays when a registered model is withdrawn
     */
    record Known(
            String id,
            String code,
            Stage stage,
            Form drafted,
            Form form,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate selectedOn,
            @Nullable Paper minutes,
            @Nullable LocalDate registeredOn,
            @Nullable Paper approval,
            @Nullable String lastReason)
            implements Registration {

        static Known drafted(String id, String code, Form form) {
            return new Known(id, code, Stage.DRAFT, form, form, null, null, null, null, null, null);
        }

        Known rewritten(Form other) {
            return new Known(id, code, stage, drafted, other, null, null, null, null, null, lastReason);
        }

        Known submitted(LocalDate on) {
            return new Known(id, code, Stage.SUBMITTED, drafted, form, on, null, null, null, null, null);
        }

        Known selected(LocalDate on, @Nullable Paper by) {
            return new Known(id, code, Stage.SELECTED, drafted, form, submittedOn, on, by, null, null, null);
        }

        Known returned(String reason) {
            return new Known(id, code, Stage.RETURNED, drafted, form, null, null, null, null, null, reason);
        }

        Known registered(LocalDate on, Paper by) {
            return new Known(id, code, Stage.REGISTERED, drafted, form, submittedOn, selectedOn, minutes, on, by, null);
        }

        Known amended(Form other, String reason) {
            return new Known(
                    id, code, stage, drafted, other, submittedOn, selectedOn, minutes, registeredOn, approval, reason);
        }

        Known withdrawn(String reason) {
            return new Known(
                    id,
                    code,
                    Stage.WITHDRAWN,
                    drafted,
                    form,
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
