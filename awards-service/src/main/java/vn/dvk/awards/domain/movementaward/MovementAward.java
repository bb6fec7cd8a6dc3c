package vn.dvk.awards.domain.movementaward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Rest;
import vn.dvk.awards.domain.Revocation;

/** An award for the movement, or none yet under this id. */
public sealed interface MovementAward {

    record NotOpened() implements MovementAward {}

    record Given(String award, Merit merit, @Nullable Revocation revoked) implements MovementAward {

        /** With all papers as they read now. */
        public Given reading(UnaryOperator<DecisionPaper> now) {
            return new Given(award, merit.reading(now), Revocation.reading(revoked, now));
        }

        /** Everything that rests on a decision of the register. */
        public List<Rest> rests() {
            var rests = new ArrayList<Rest>();
            Rest.on(merit.decision(), Rest.What.AWARD, rests);
            Rest.onRevocation(revoked, rests);
            return rests;
        }
    }
}
