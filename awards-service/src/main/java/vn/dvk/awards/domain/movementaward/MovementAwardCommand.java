package vn.dvk.awards.domain.movementaward;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.AwardWords;
import vn.dvk.awards.domain.Revocation;

/** Everything that can be asked of an award for the movement. */
public sealed interface MovementAwardCommand {

    /**
     * @param programmeIsKnown whether there is such a programme
     * @param unknownUnits     of the recipients, code by field
     * @param heldBy           the unit or subject whose hold is in the way on the decision's day; null if none is
     * @param historicUntil    the programme's cut-off, if it is historic
     */
    record Grant(
            String award,
            Merit merit,
            boolean programmeIsKnown,
            Map<String, String> unknownUnits,
            Amounts amounts,
            AwardWords words,
            @Nullable String heldBy,
            @Nullable LocalDate historicUntil)
            implements MovementAwardCommand {
        public Grant {
            unknownUnits = Map.copyOf(unknownUnits);
        }

        /** Of a programme that is not historic. */
        public Grant(
                String award,
                Merit merit,
                boolean programmeIsKnown,
                Map<String, String> unknownUnits,
                Amounts amounts,
                AwardWords words,
                @Nullable String heldBy) {
            this(award, merit, programmeIsKnown, unknownUnits, amounts, words, heldBy, null);
        }
    }

    /**
     * @param unknownUnits of the recipients, code by field
     * @param heldBy       the unit or subject whose hold is in the way of what is new about it; null if none is
     */
    record Correct(
            String award,
            AwardCorrection correction,
            Map<String, String> unknownUnits,
            Amounts amounts,
            AwardWords words,
            @Nullable String heldBy)
            implements MovementAwardCommand {
        public Correct {
            unknownUnits = Map.copyOf(unknownUnits);
        }
    }

    /** @param historicUntil the programme's cut-off, if it is historic; looked up only where less than the day is told */
    record Revoke(
            String award, Revocation revocation, @Nullable LocalDate historicUntil) implements MovementAwardCommand {
        public Revoke(String award, Revocation revocation) {
            this(award, revocation, null);
        }
    }
}
