package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.BEFORE_REGISTRATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

/** The order in which the days of a model's life come. */
public final class Dates {

    private Dates() {}

    /** @return why nothing about the model can be of that day: it was registered later */
    public static Optional<Refusal> beforeRegistration(Day day, ProcessState.Opened process) {
        return cannotFollow(day, process.registered())
                ? Optional.of(refusal(
                        BEFORE_REGISTRATION, day.on(), process.registered().first()))
                : Optional.empty();
    }

    /** Of days of which only the month or year is known: even the last that it can have been comes before the first of the other. */
    static boolean cannotFollow(Day day, Day other) {
        return day.on().isBefore(other.first());
    }

    /** A day that comes before the one it has to follow, which is also an example of a day that would do. */
    static Refusal refusal(EvaluationReason reason, LocalDate on, LocalDate earliest) {
        return new Refusal(reason, List.of(on, earliest), List.of(Fault.of("on", reason, on, earliest)));
    }
}
