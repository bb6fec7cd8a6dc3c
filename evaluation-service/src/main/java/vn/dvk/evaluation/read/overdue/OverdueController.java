package vn.dvk.evaluation.read.overdue;

import com.mongodb.client.model.Projections;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.read.AskedDay;
import vn.dvk.evaluation.read.Page;
import vn.dvk.kit.stream.Streams;

/** Steps that are due before a day and not done: the list by which people are reminded. */
@RestController
class OverdueController {

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;
    private final AskedDay asked;

    OverdueController(Streams<ProcessCommand, ProcessState, ProcessEvent> processes, AskedDay asked) {
        this.processes = processes;
        this.asked = asked;
    }

    /** @param days how many days the step is past its due date on the day asked for */
    record OverdueItem(
            String model,
            String code,
            @Nullable String name,
            String programme,
            String unit,
            String step,
            int order,
            String label,
            String actor,
            LocalDate due,
            long days) {}

    /** @param on default: today in Vietnam */
    @GetMapping("/api/v1/overdue")
    Page<OverdueItem> overdue(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var day = asked.or(on);
        var after = OverdueCursor.from(cursor);
        var filter = new Document("view.nextDue", new Document("$lt", day.toString()));
        if (programme != null) {
            filter.append("view.programme", programme);
        }
        if (unit != null) {
            filter.append("view.unit", unit);
        }
        if (after != null) {
            filter.append("_id", new Document("$gte", after.model()));
        }
        var items = new ArrayList<OverdueItem>();
        // Every document found has at least one overdue step; all those of the cursor's own may have been shown before.
        processes
                .documents()
                .find(filter)
                .projection(Projections.include("view"))
                .sort(new Document("_id", 1))
                .limit(limit + 2)
                .forEach(document -> items.addAll(overdue(document, day, after)));
        if (items.size() <= limit) {
            return new Page<>(items, null);
        }
        return new Page<>(
                items.subList(0, limit), OverdueCursor.of(items.get(limit - 1)).toString());
    }

    private static List<OverdueItem> overdue(Document document, LocalDate day, @Nullable OverdueCursor after) {
        var view = document.get("view", Document.class);
        var model = document.getString("_id");
        return view.getList("due", Document.class).stream()
                .map(step -> item(model, view, step, day))
                .filter(item -> item.due().isBefore(day))
                .filter(item -> after == null || after.isBefore(item))
                .toList();
    }

    private static OverdueItem item(String model, Document view, Document step, LocalDate day) {
        var due = LocalDate.parse(step.getString("due"));
        return new OverdueItem(
                model,
                view.getString("code"),
                view.getString("name"),
                view.getString("programme"),
                view.getString("unit"),
                step.getString("step"),
                step.getInteger("order"),
                step.getString("label"),
                step.getString("actor"),
                due,
                ChronoUnit.DAYS.between(due, day));
    }
}
