package vn.dvk.evaluation.domain.progressreport;

import vn.dvk.evaluation.domain.process.Model;

/** Everything that can happen to a report. */
public sealed interface ProgressReportEvent {

    /** @param model as it was then: what is told to the world about the report says so */
    record Filed(Model model, ProgressReport report) implements ProgressReportEvent {}
}
