package vn.dvk.evaluation.domain.progressreport;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A report that was due, and what became of it.
 *
 * @param from   first day of its period
 * @param to     last day of its period
 * @param due    last day on which it was in time
 * @param report id of the first report on the period, if there is one
 * @param on     the day of that report
 */
public record ExpectedReport(
        LocalDate from,
        LocalDate to,
        LocalDate due,
        State state,
        @Nullable String report,
        @Nullable LocalDate on) {

    public enum State {
        ON_TIME,
        LATE,
        /** Due on the day asked, and not there yet. */
        DUE,
        MISSING
    }

    /** As much of a report as counts here. */
    public record Filed(String id, LocalDate from, LocalDate to, LocalDate on) {

        /** The period in which it ends is its own; so is every other that it covers from the first day to the last. */
        boolean isOn(ReportRhythm.Period period) {
            var ends = !to.isBefore(period.from()) && !to.isAfter(period.to());
            var covers = !from.isAfter(period.from()) && !to.isBefore(period.to());
            return ends || covers;
        }
    }

    /**
     * Those that were due up to the day.
     *
     * @param from  from when on reports are due: the registration
     * @param to    until when: the programme's end, or the day on which the model was withdrawn
     * @param filed in any order; what was filed after the day does not count on it
     * @param givenUp whether the model had been given up before a report was due: then it is not expected
     */
    public static List<ExpectedReport> upTo(
            LocalDate day,
            ReportRhythm rhythm,
            LocalDate from,
            LocalDate to,
            Collection<Filed> filed,
            Predicate<LocalDate> givenUp) {
        return rhythm.periods(from, to).stream()
                .filter(period -> !period.due().isAfter(day) && !givenUp.test(period.due()))
                .map(period -> of(
                        period,
                        day,
                        filed.stream()
                                .filter(report -> !report.on().isAfter(day) && report.isOn(period))
                                .min(Comparator.comparing(Filed::on).thenComparing(Filed::id))))
                .toList();
    }

    private static ExpectedReport of(ReportRhythm.Period period, LocalDate day, Optional<Filed> filed) {
        var open = day.isAfter(period.due()) ? State.MISSING : State.DUE;
        return new ExpectedReport(
                period.from(),
                period.to(),
                period.due(),
                filed.map(report -> report.on().isAfter(period.due()) ? State.LATE : State.ON_TIME)
                        .orElse(open),
                filed.map(Filed::id).orElse(null),
                filed.map(Filed::on).orElse(null));
    }
}
