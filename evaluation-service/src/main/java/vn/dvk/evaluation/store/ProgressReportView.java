package vn.dvk.evaluation.store;

import java.util.Map;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;

/** What reports are found and ordered by: the model, and the day of the report as ISO text. */
final class ProgressReportView {

    private ProgressReportView() {}

    static Map<String, ?> of(ProgressReportState state) {
        return switch (state) {
            case ProgressReportState.NotOpened() -> Map.of();
            case ProgressReportState.Filed(var model, var report) ->
                Map.of("model", model.id(), "on", report.on().toString());
        };
    }
}
