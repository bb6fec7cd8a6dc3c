package vn.dvk.evaluation.domain.progressreport;

import vn.dvk.evaluation.domain.process.Model;

/** Whether a report is there, and what it says. */
public sealed interface ProgressReportState {

    record NotOpened() implements ProgressReportState {}

    record Filed(Model model, ProgressReport report) implements ProgressReportState {}
}
