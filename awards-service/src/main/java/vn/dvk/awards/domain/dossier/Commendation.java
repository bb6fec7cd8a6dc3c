package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardForm;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Track;

/**
 * What an award for a model is: everything but who receives it, which follows from the model.
 *
 * @param citation what it is for, in the words of the decision
 * @param period   the time the merit covers, which is not the year of the decision
 * @param amount   money that goes with it, in đồng
 */
public record Commendation(
        AwardForm form,
        Track track,
        DecisionPaper decision,
        LocalDate on,
        @Nullable String citation,
        @Nullable Period period,
        @Nullable Long amount) {

    /** Both days included. */
    public record Period(LocalDate from, LocalDate to) {}
}
