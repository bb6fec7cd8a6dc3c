package vn.dvk.evaluation.events.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.CompletedBy;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.Step;

/** A registered model's steps are known. */
record ProcessOpened(@JsonUnwrapped Dimensions dimensions, List<StepBody> steps) {

    record StepBody(
            String code,
            int order,
            String label,
            CompletedBy completedBy,
            @Nullable String level,
            @Nullable LocalDate due,
            @Nullable LocalDate done) {

        static StepBody of(Step step) {
            var completion = step.completion();
            return new StepBody(
                    step.code(),
                    step.order(),
                    step.label(),
                    step.completedBy(),
                    step.level(),
                    step.due(),
                    completion == null ? null : completion.on());
        }
    }

    static ProcessOpened of(ProcessEvent.Opened opened) {
        return new ProcessOpened(
                Dimensions.of(opened.model(), opened.on()),
                opened.steps().all().stream().map(StepBody::of).toList());
    }
}
