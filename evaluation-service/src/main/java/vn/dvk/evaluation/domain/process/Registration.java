package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;

/**
 * The gates a registration has passed; from here the first steps are complete.
 *
 * @param chosenOn    the meeting that chose the content
 * @param selectedOn  selected by the base
 * @param acceptedOn  accepted by the superior: the day that counts as registered
 */
public record Registration(
        @Nullable LocalDate chosenOn,
        LocalDate submittedOn,
        LocalDate selectedOn,
        LocalDate acceptedOn,
        Paper approval) {

    /**
     * When the step was done that is the {@code index}th of {@code count} completed by registration. The last is done
     * on acceptance; those before it take the gates in order: the content chosen, submitted, selected.
     */
    LocalDate doneOn(int index, int count) {
        var gates = List.of(chosenOn == null ? submittedOn : chosenOn, submittedOn, selectedOn);
        return index == count - 1 ? acceptedOn : gates.get(Math.min(index, gates.size() - 1));
    }
}
