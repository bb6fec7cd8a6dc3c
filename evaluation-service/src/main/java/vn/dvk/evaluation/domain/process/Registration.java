package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * The gates a registration has passed; from here the first steps are complete.
 *
 * @param chosenOn    the meeting that chose the content
 * @param selectedOn  selected by the base
 * @param acceptedOn  accepted by the superior: the day that counts as registered
 * @param precision   how much of that day is known; null: all of it
 */
public record Registration(
        @Nullable LocalDate chosenOn,
        LocalDate submittedOn,
        LocalDate selectedOn,
        LocalDate acceptedOn,
        Paper approval,
        @Nullable Precision precision) {

    /** On days that are known. */
    public Registration(
            @Nullable LocalDate chosenOn,
            LocalDate submittedOn,
            LocalDate selectedOn,
            LocalDate acceptedOn,
            Paper approval) {
        this(chosenOn, submittedOn, selectedOn, acceptedOn, approval, null);
    }

    /**
     * When the step was done that is the {@code index}th of {@code count} completed by registration. The last is done
     * on acceptance; those before it take the gates in order: the content chosen, submitted, selected.
     */
    Day doneOn(int index, int count) {
        var gates = List.of(chosenOn == null ? submittedOn : chosenOn, submittedOn, selectedOn);
        return index == count - 1
                ? Day.of(acceptedOn, precision)
                : Day.of(gates.get(Math.min(index, gates.size() - 1)));
    }
}
