package vn.dvk.evaluation.read.inspections;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.inspection.InspectionCommand;
import vn.dvk.evaluation.domain.inspection.InspectionEvent;
import vn.dvk.evaluation.domain.inspection.InspectionState;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.read.Entries;
import vn.dvk.evaluation.read.Page;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.stream.Streams;

/** A page of the inspections of a model, the latest first by the day of the visit. */
@RestController
class InspectionsController {

    private final Streams<InspectionCommand, InspectionState, InspectionEvent> inspections;

    InspectionsController(Streams<InspectionCommand, InspectionState, InspectionEvent> inspections) {
        this.inspections = inspections;
    }

    /** @param recorded when it was entered, which may be long after its day */
    record InspectionsItem(
            String id,
            LocalDate on,
            List<String> inspectors,
            String findings,
            List<Evidence> evidence,
            Instant recorded,
            String by) {

        static InspectionsItem of(String id, List<Recorded<InspectionEvent>> history) {
            var recorded = history.getFirst();
            return switch (recorded.event()) {
                case InspectionEvent.Made(var model, var inspection) ->
                    new InspectionsItem(
                            id,
                            inspection.on(),
                            inspection.inspectors(),
                            inspection.findings(),
                            inspection.evidence(),
                            recorded.at(),
                            recorded.by());
            };
        }
    }

    @GetMapping("/api/v1/evaluations/{model}/inspections")
    Page<InspectionsItem> inspections(
            @PathVariable String model,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Entries.page(inspections, model, limit, cursor, InspectionsItem::of);
    }
}
