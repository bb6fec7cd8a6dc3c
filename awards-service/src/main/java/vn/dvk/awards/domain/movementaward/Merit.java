package vn.dvk.awards.domain.movementaward;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardForm;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.Track;

/**
 * Who is commended, how, and for what.
 *
 * @param citation what it is for, in the words of the decision
 * @param amount   money that goes with it, in đồng
 */
public record Merit(
        String programme,
        Subject subject,
        Recipient recipient,
        AwardForm form,
        Track track,
        DecisionPaper decision,
        LocalDate on,
        @Nullable String citation,
        @Nullable Long amount) {}
