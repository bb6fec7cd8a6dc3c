package vn.dvk.evaluation.domain.progressreport;

import vn.dvk.evaluation.domain.process.ProcessState;

/** Everything a report can be asked for. */
public sealed interface ProgressReportCommand {

    /** @param process what it is about, as it stands when the report is filed: from another stream */
    record FileReport(ProcessState process, ProgressReport report) implements ProgressReportCommand {}
}
