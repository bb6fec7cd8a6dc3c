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
     * @param lastReason       why it was returned, amended or withdrawn last
     */
    record Known(
            String id,
            String code,
            Stage stage,
            Form drafted,
            Form form,
            @Nullable LocalDate firstSubmittedOn,
            @Nullable LocalDate lastOn,
            Gates gates,
            @Nullable String lastReason)
            implements Registration {

        static Known drafted(String id, String code, Form form) {
            return new Known(id, code, Stage.DRAFT, form, form, null, null, Gates.NONE, null);
        }

        Known rewritten(Form other) {
            return new Known(id, code, stage, drafted, other, firstSubmittedOn, lastOn, Gates.NONE, lastReason);
        }

        Known submitted(LocalDate on) {
            var first = firstSubmittedOn == null ? on : firstSubmittedOn;
            return new Known(id, code, Stage.SUBMITTED, drafted, form, first, on, Gates.NONE.submitted(on), null);
        }

        Known selected(LocalDate on, @Nullable Paper minutes) {
            return after(on, Stage.SELECTED, form, gates.selected(on, minutes), null);
        }

        Known returned(LocalDate on, String reason) {
            return after(on, Stage.RETURNED, form, Gates.NONE, reason);
        }

        Known registered(LocalDate on, Paper approval) {
            return after(on, Stage.REGISTERED, form, gates.registered(on, approval), null);
        }

        Known amended(LocalDate on, Form other, String reason) {
            return after(on, stage, other, gates, reason);
        }

        Known withdrawn(LocalDate on, String reason) {
            return after(on, Stage.WITHDRAWN, form, gates, reason);
        }

        private Known after(LocalDate on, Stage next, Form now, Gates passed, @Nullable String reason) {
            return new Known(id, code, next, drafted, now, firstSubmittedOn, on, passed, reason);
        }

        /** The day as of which its form is checked: that of its submission, or the given one while there is none. */
        public LocalDate submittedOnOr(LocalDate day) {
            var submitted = gates.submittedOn();
            return submitted == null ? day : submitted;
        }
    }

    /**
     * The gates it has passed, with their business dates; none any more after a return.
     *
     * @param registeredOn stays when a registered model is withdrawn
     */
    record Gates(
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate selectedOn,
            @Nullable Paper minutes,
            @Nullable LocalDate registeredOn,
            @Nullable Paper approval) {

        static final Gates NONE = new Gates(null, null, null, null, null);

        Gates submitted(LocalDate on) {
            return new Gates(on, null, null, null, null);
        }

        Gates selected(LocalDate on, @Nullable Paper by) {
            return new Gates(submittedOn, on, by, null, null);
        }

        Gates registered(LocalDate on, Paper by) {
            return new Gates(submittedOn, selectedOn, minutes, on, by);
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
