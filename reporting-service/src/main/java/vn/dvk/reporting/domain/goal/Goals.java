package vn.dvk.reporting.domain.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.goal.GoalProgress.ReportedValue;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.history.ModelEvent;
import vn.dvk.reporting.domain.history.ModelEvent.Goal;

/**
 * A model's goals with what was reported of them: a pure function of its events, a day, and what was known at a moment.
 *
 * <p>A value is measured by the goal of its own day: a goal corrected later was always so, which tells every percent anew; a
 * goal changed from a day leaves the percents before that day as they were. A report on a period that was reported on already
 * takes the place of the earlier report. What a conclusion found of the goals counts as long as the conclusion does.
 */
public final class Goals {

    /** @param from the first day it speaks of; null if it was always so */
    private record Statement(@Nullable LocalDate from, List<Goal> goals) {

        private boolean speaksOf(LocalDate day) {
            return from == null || !day.isBefore(from);
        }
    }

    private record Period(
            @Nullable LocalDate from, @Nullable LocalDate to) {}

    private record Report(LocalDate on, Period period, List<ModelEvent.GoalValue> values) {}

    private final List<Statement> statements = new ArrayList<>();
    private final Map<Object, Report> reports = new LinkedHashMap<>();
    private @Nullable LocalDate registered;
    private boolean voided;

    private Goals() {}

    /**
     * @param asOf    last business date that counts
     * @param asKnown what the log had later is not known
     * @return the goals valid on {@code asOf}; none of what was not registered then, or never was
     */
    public static List<GoalProgress> of(EventHistory history, LocalDate asOf, Instant asKnown) {
        var goals = new Goals();
        for (var timed : history.events()) {
            var event = timed.event();
            if (!timed.at().isAfter(asKnown)) {
                goals.read(event.id(), event.dimensions().on(), event.what(), asOf);
            }
        }
        return goals.on(asOf);
    }

    private void read(String id, LocalDate on, ModelEvent what, LocalDate asOf) {
        switch (what) {
            case ModelEvent.Registered it -> {
                registered = on;
                statements.add(new Statement(null, it.goals()));
            }
            case ModelEvent.Corrected it
            when it.fields().contains("goals") -> statements.add(new Statement(null, it.goals()));
            case ModelEvent.Changed it
            when it.fields().contains("goals") -> statements.add(new Statement(on, it.goals()));
            case ModelEvent.Reported it when !on.isAfter(asOf) -> report(id, on, it);
            case ModelEvent.Evaluated it
            when !on.isAfter(asOf) ->
                reports.put(conclusion(it.conclusion()), new Report(on, new Period(null, null), it.values()));
            case ModelEvent.ConclusionVoided it -> reports.remove(conclusion(it.conclusion()));
            case ModelEvent.Voided _ -> voided = true;
            case ModelEvent.Corrected _,
                    ModelEvent.Changed _,
                    ModelEvent.Reported _,
                    ModelEvent.Submitted _,
                    ModelEvent.Returned _,
                    ModelEvent.NotApproved _,
                    ModelEvent.Transferred _,
                    ModelEvent.Forwarded _,
                    ModelEvent.Withdrawn _,
                    ModelEvent.Opened _,
                    ModelEvent.StepCompleted _,
                    ModelEvent.StepReturned _,
                    ModelEvent.Inspected _,
                    ModelEvent.Evaluated _,
                    ModelEvent.Reviewed _,
                    ModelEvent.Recognized _,
                    ModelEvent.RecognitionRefused _,
                    ModelEvent.RefusalCorrected _,
                    ModelEvent.RecognitionRevoked _,
                    ModelEvent.Granted _,
                    ModelEvent.AwardCorrected _,
                    ModelEvent.AwardRevoked _,
                    ModelEvent.HoldPlaced _,
                    ModelEvent.HoldReleased _,
                    ModelEvent.ReplicationProposed _,
                    ModelEvent.ReplicationStarted _,
                    ModelEvent.Replicated _,
                    ModelEvent.ReplicationStopped _ -> {}
        }
    }

    /** The council says by itself how far the goals have come. */
    private static String conclusion(@Nullable String id) {
        return "conclusion:" + id;
    }

    /** A report that says no period is one by itself. */
    private void report(String id, LocalDate on, ModelEvent.Reported it) {
        var period = new Period(it.from(), it.to());
        reports.put(it.from() == null && it.to() == null ? id : period, new Report(on, period, it.values()));
    }

    private List<GoalProgress> on(LocalDate asOf) {
        return voided || registered == null || registered.isAfter(asOf)
                ? List.of()
                : valid(asOf).stream().map(this::progress).toList();
    }

    private List<Goal> valid(LocalDate day) {
        return statements.stream()
                .filter(one -> one.speaksOf(day))
                .reduce((_, last) -> last)
                .map(Statement::goals)
                .orElse(List.of());
    }

    private GoalProgress progress(Goal goal) {
        var values = values(goal.id());
        return new GoalProgress(
                goal.id(),
                goal.measure(),
                baseline(goal),
                goal.baseline() == null,
                goal.target(),
                goal.direction(),
                goal.due(),
                values,
                values.stream()
                        .max(Comparator.comparing(ReportedValue::reaches).thenComparing(ReportedValue::on))
                        .map(ReportedValue::percent)
                        .orElse(null));
    }

    private List<ReportedValue> values(String goal) {
        var values = new ArrayList<ReportedValue>();
        for (var report : reports.values()) {
            for (var said : report.values()) {
                if (said.goal().equals(goal)) {
                    values.add(measured(said.value(), report, goal(goal, report.on())));
                }
            }
        }
        values.sort(Comparator.comparing(ReportedValue::on).thenComparing(ReportedValue::reaches));
        return values;
    }

    private Optional<Goal> goal(String id, LocalDate day) {
        return valid(day).stream().filter(goal -> goal.id().equals(id)).findFirst();
    }

    private static ReportedValue measured(BigDecimal value, Report report, Optional<Goal> goal) {
        return new ReportedValue(
                report.on(),
                report.period().from(),
                report.period().to(),
                value,
                goal.map(Goals::baseline).orElse(null),
                goal.map(Goal::target).orElse(null),
                goal.map(it -> percent(value, baseline(it), it.target())).orElse(null));
    }

    private static BigDecimal baseline(Goal goal) {
        return goal.baseline() == null ? BigDecimal.ZERO : goal.baseline();
    }

    /** The same for a goal that goes down: both differences are negative then. */
    private static @Nullable BigDecimal percent(BigDecimal value, BigDecimal baseline, BigDecimal target) {
        var whole = target.subtract(baseline);
        return whole.signum() == 0
                ? null
                : value.subtract(baseline).movePointRight(2).divide(whole, 0, RoundingMode.HALF_UP);
    }
}
