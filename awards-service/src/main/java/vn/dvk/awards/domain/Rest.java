package vn.dvk.awards.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** That something rests on a decision of the register: by these a decision is shown as so many recognitions and awards. */
public record Rest(String decision, What what) {

    /** What rests on it. */
    public enum What {
        RECOGNITION,
        REFUSAL,
        AWARD,
        REVOCATION
    }

    public static void on(@Nullable DecisionPaper paper, What what, List<Rest> rests) {
        if (paper != null && paper.id() instanceof String id) {
            rests.add(new Rest(id, what));
        }
    }

    public static void onRevocation(@Nullable Revocation revoked, List<Rest> rests) {
        if (revoked != null) {
            on(revoked.decision(), What.REVOCATION, rests);
        }
    }
}
