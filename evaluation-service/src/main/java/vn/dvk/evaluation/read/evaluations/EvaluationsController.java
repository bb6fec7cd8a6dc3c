package vn.dvk.evaluation.read.evaluations;

import com.mongodb.client.model.Projections;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.read.Page;
import vn.dvk.kit.stream.Streams;

/** A page of evaluations. The order is that of the ids: without meaning, but stable while one turns the pages. */
@RestController
class EvaluationsController {

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;

    EvaluationsController(Streams<ProcessCommand, ProcessState, ProcessEvent> processes) {
        this.processes = processes;
    }

    /**
     * @param nextStep code of the first open step
     * @param nextDue  the earliest day on which an open step is due
     */
    record EvaluationsItem(
            String model,
            String code,
            @Nullable String name,
            String programme,
            String unit,
            String field,
            String kind,
            String subject,
            String state,
            @Nullable String nextStep,
            @Nullable String nextDue,
            @Nullable Double total,
            @Nullable String grade) {

        static EvaluationsItem of(Document document) {
            var view = document.get("view", Document.class);
            return new EvaluationsItem(
                    document.getString("_id"),
                    view.getString("code"),
                    view.getString("name"),
                    view.getString("programme"),
                    view.getString("unit"),
                    view.getString("field"),
                    view.getString("kind"),
                    view.getString("subject"),
                    view.getString("state"),
                    view.getString("nextStep"),
                    view.getString("nextDue"),
                    view.getDouble("total"),
                    view.getString("grade"));
        }
    }

    @GetMapping("/api/v1/evaluations")
    Page<EvaluationsItem> evaluations(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Stage state,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new Document();
        if (programme != null) {
            filter.append("view.programme", programme);
        }
        if (unit != null) {
            filter.append("view.unit", unit);
        }
        if (state != null) {
            filter.append("view.state", state.name());
        }
        if (cursor != null) {
            filter.append("_id", new Document("$gt", cursor));
        }
        var found = processes
                .documents()
                .find(filter)
                .projection(Projections.include("view"))
                .sort(new Document("_id", 1))
                .limit(limit + 1)
                .map(EvaluationsItem::of)
                .into(new ArrayList<>());
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), found.get(limit - 1).model())
                : new Page<>(found, null);
    }
}
