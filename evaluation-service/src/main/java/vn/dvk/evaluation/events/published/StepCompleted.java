package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.kit.decide.Precision;

/**
 * A step is done.
 *
 * @param last whether no step is left open
 */
record StepCompleted(
        @JsonUnwrapped Dimensions dimensions,
        String step,
        int order,
        @Nullable LocalDate due,
        @Nullable Paper document,
        boolean late,
        boolean last,
        @Nullable List<EvidenceRef> evidence,
        @Nullable Precision precision,
        @Nullable List<String> incomplete) {

    static StepCompleted of(ProcessState.Opened process, Step step, Completion completion) {
        return new StepCompleted(
                Dimensions.of(process.model(), completion.on()),
                step.code(),
                step.order(),
                step.due(),
                completion.document(),
                step.late(),
                process.steps().allDone(),
                EvidenceRef.of(step.shown()),
                completion.precision(),
                Dimensions.orNone(completion.incomplete()));
    }
}
