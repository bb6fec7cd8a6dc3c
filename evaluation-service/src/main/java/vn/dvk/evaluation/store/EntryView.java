package vn.dvk.evaluation.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dvk.evaluation.domain.inspection.InspectionState;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;
import vn.dvk.evaluation.domain.review.ReviewState;

/**
 * What is found and ordered of the streams beside the process: by the model, and by the day as ISO text.
 */
final class EntryView {

    private EntryView() {}

    /** With the period, by which expected reports are found. */
    static Map<String, ?> of(ProgressReportState state) {
        return switch (state) {
            case ProgressReportState.NotOpened() -> Map.of();
            case ProgressReportState.Filed(var model, var report) ->
                Map.of(
                        "model", model.id(),
                        "on", report.on().toString(),
                        "from", report.from().toString(),
                        "to", report.to().toString());
        };
    }

    static Map<String, ?> of(InspectionState state) {
        return switch (state) {
            case InspectionState.NotOpened() -> Map.of();
            case InspectionState.Made(var model, var inspection) -> entry(model, inspection.on());
        };
    }

    /** With what it takes to say whether a model works, without its history. */
    static Map<String, ?> of(ReviewState state) {
        return switch (state) {
            case ReviewState.NotOpened() -> Map.of();
            case ReviewState.Reviewed(var model, var review, var effectiveUntil) -> {
                var view = new LinkedHashMap<String, Object>(entry(model, review.on()));
                view.put("period", review.period());
                view.put("givesUp", review.outcome().givesUp());
                if (effectiveUntil != null) {
                    view.put("effectiveUntil", effectiveUntil.toString());
                }
                yield view;
            }
        };
    }

    private static Map<String, ?> entry(Model model, LocalDate on) {
        return Map.of("model", model.id(), "on", on.toString());
    }
}
