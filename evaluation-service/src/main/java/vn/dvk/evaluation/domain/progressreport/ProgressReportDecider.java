package vn.dvk.evaluation.domain.progressreport;

import static vn.dvk.evaluation.domain.EvaluationReason.PERIOD_REVERSED;
import static vn.dvk.evaluation.domain.EvaluationReason.PERIOD_TOO_FAR;
import static vn.dvk.evaluation.domain.EvaluationReason.VALUES_NOT_RIGHT;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.List;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.process.Entering;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.progressreport.ProgressReportCommand.FileReport;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

/** The rules of a report. The request's key is its identity, so a repeated request finds it filed. */
public final class ProgressReportDecider
        implements Decider<ProgressReportCommand, ProgressReportState, ProgressReportEvent> {

    @Override
    public ProgressReportState initial() {
        return new ProgressReportState.NotOpened();
    }

    @Override
    public Decision<ProgressReportEvent> decide(ProgressReportCommand command, ProgressReportState state) {
        return switch (command) {
            case FileReport file -> decide(file, state);
        };
    }

    private static Decision<ProgressReportEvent> decide(FileReport command, ProgressReportState state) {
        return switch (state) {
            case ProgressReportState.Filed _ -> nothingNew();
            case ProgressReportState.NotOpened() ->
                Entering.about(
                        command.process(), Day.of(command.report().on()), process -> file(process, command.report()));
        };
    }

    private static Decision<ProgressReportEvent> file(ProcessState.Opened process, ProgressReport report) {
        if (report.to().isBefore(report.from())) {
            return refuse(Refusal.of(PERIOD_REVERSED, List.of(Fault.of("to", PERIOD_REVERSED))));
        }
        var twice = GoalValue.faultsOf(report.values());
        if (!twice.isEmpty()) {
            return refuse(Refusal.of(VALUES_NOT_RIGHT, twice));
        }
        var latest = report.on().plusYears(1);
        return report.to().isAfter(latest)
                ? refuse(new Refusal(
                        PERIOD_TOO_FAR,
                        List.of(report.to(), latest),
                        List.of(Fault.of("to", PERIOD_TOO_FAR, report.to(), latest))))
                : accept(new ProgressReportEvent.Filed(process.model(), report));
    }

    @Override
    public ProgressReportState evolve(ProgressReportState state, ProgressReportEvent event) {
        return switch (event) {
            case ProgressReportEvent.Filed(var model, var report)
            when state instanceof ProgressReportState.NotOpened -> new ProgressReportState.Filed(model, report);
            case ProgressReportEvent.Filed _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
