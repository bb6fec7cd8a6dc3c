package vn.dvk.registration.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.unit.Structure;

/**
 * A paper about units that was told as one, as answers show it.
 *
 * @param acts      in their order, with the moves that follow from a dissolution right after it
 * @param annulment null while it is in force
 */
public record PaperAnswer(
        String id,
        LocalDate effective,
        @Nullable Paper decision,
        @Nullable String basis,
        List<SuccessionAnswer> acts,
        SuccessionAnswer.@Nullable Annulment annulment) {

    /** @param told its acts; there is at least one, and all have the paper's day, decision and annulment */
    public static PaperAnswer of(String id, List<Structure.Told> told) {
        var acts = told.stream().map(SuccessionAnswer::of).toList();
        var first = acts.getFirst();
        return new PaperAnswer(id, first.effective(), first.decision(), first.basis(), acts, first.annulment());
    }
}
