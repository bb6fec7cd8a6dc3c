package vn.dvk.evaluation.events.published;

import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;
import vn.dvk.evaluation.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/**
 * That there is a report, and on which period. Its subject is the report, in whose stream it is the first and only
 * event; its key is the model, so it is found on the model's partition.
 */
public final class ProgressReportPublisher {

    private ProgressReportPublisher() {}

    public static Publication publish(ProgressReportState state, Recorded<ProgressReportEvent> recorded) {
        return switch (recorded.event()) {
            case ProgressReportEvent.Filed(var model, var report) ->
                new Publication(
                        PublishedTypes.PROGRESS_REPORTED,
                        model.id(),
                        new ProgressReported(
                                Dimensions.of(model, report.on()),
                                report.from(),
                                report.to(),
                                report.values().isEmpty() ? null : report.values(),
                                EvidenceRef.of(report.evidence())));
        };
    }
}
