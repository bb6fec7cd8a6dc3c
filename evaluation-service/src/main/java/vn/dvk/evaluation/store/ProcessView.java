package vn.dvk.evaluation.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.process.Step;

/**
 * A process's current state, flat: what lists filter by and show. Dates are ISO text, so that comparing text compares
 * days.
 */
final class ProcessView {

    private ProcessView() {}

    static Map<String, ?> of(ProcessState state) {
        return switch (state) {
            case ProcessState.NotOpened _ -> Map.of();
            case ProcessState.Opened process -> of(process);
        };
    }

    private static Map<String, ?> of(ProcessState.Opened process) {
        var model = process.model();
        var view = new LinkedHashMap<String, Object>();
        view.put("code", model.code());
        view.put("name", model.name());
        view.put("programme", model.programme());
        view.put("unit", model.unit());
        view.put("field", model.field());
        view.put("kind", model.kind().name());
        view.put("subject", model.subject().name());
        view.put("registered", process.on().toString());
        view.put("state", process.stage().name());
        process.steps().nextOpen().ifPresent(step -> view.put("nextStep", step.code()));
        var conclusion = process.conclusion();
        if (conclusion != null) {
            view.put("grade", conclusion.grade());
            if (conclusion.total() != null) {
                view.put("total", conclusion.total());
            }
        }
        if (process.stage() != Stage.WITHDRAWN) {
            process.steps().nextDue().ifPresent(due -> view.put("nextDue", due.toString()));
            view.put("due", dueSteps(process));
        }
        return view;
    }

    /** The open steps that have a deadline: all that the overdue list shows of them. */
    private static List<Map<String, Object>> dueSteps(ProcessState.Opened process) {
        return process.steps().all().stream()
                .filter(step -> step.open() && step.due() != null)
                .map(ProcessView::due)
                .toList();
    }

    private static Map<String, Object> due(Step step) {
        var due = new LinkedHashMap<String, Object>();
        due.put("step", step.code());
        due.put("order", step.order());
        due.put("label", step.label());
        due.put("actor", step.actor());
        due.put("due", String.valueOf(step.due()));
        return due;
    }
}
