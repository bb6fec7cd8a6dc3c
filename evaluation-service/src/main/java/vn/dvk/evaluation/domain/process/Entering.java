package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.EvaluationReason.NOT_KNOWN_YET;
import static vn.dvk.evaluation.domain.EvaluationReason.WITHDRAWN;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.function.Function;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decision;

/** What has to be so before anything is entered about a model in a stream of its own, beside the process. */
public final class Entering {

    private Entering() {}

    /**
     * @param process as it stands when this is asked: from another stream
     * @param on      the day of what is entered, as far as it is known
     * @param enter   decides, once there is a registered model on that day which was not withdrawn
     */
    public static <E> Decision<E> about(
            ProcessState process, Day on, Function<ProcessState.Opened, Decision<E>> enter) {
        return switch (process) {
            case ProcessState.NotOpened() -> refuse(NOT_KNOWN_YET);
            case ProcessState.Opened opened
            when opened.withdrawal() != null ->
                refuse(WITHDRAWN, opened.withdrawal().on());
            case ProcessState.Opened opened ->
                Dates.beforeRegistration(on, opened)
                        .<Decision<E>>map(Decision::refuse)
                        .orElseGet(() -> enter.apply(opened));
        };
    }
}
