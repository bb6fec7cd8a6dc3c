package vn.dvk.replay.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Case.ProgressReports;
import vn.dvk.replay.cases.Case.Unit;
import vn.dvk.replay.cases.Vocabulary.Category;

/**
 * Places what a source does not date between the dates it gives: registering fills the time until the first dated thing
 * that needs a registered model, appraising the time from there to the first recognition. Nothing falls outside the
 * programme or after its cut-off, and everything keeps the order of the process.
 *
 * @param from       begin of the programme
 * @param registered last day of registering
 * @param recognized day of the first recognition, or the cut-off
 */
record Calendar(LocalDate from, LocalDate registered, LocalDate recognized) {

    static Calendar of(Case source) {
        var programme = source.programme();
        var honored = new ArrayList<>(List.of(programme.cutOff(), programme.to()));
        source.recognitions().forEach(recognition -> honored.add(recognition.date()));
        source.awards().stream()
                .filter(award -> award.category() == Category.MODEL)
                .forEach(award -> honored.add(award.date()));
        var recognized = Collections.min(honored);

        var needing = new ArrayList<>(List.of(recognized));
        source.replications().forEach(replication -> needing.add(replication.from()));
        if (source.progressReports() instanceof ProgressReports reports) {
            needing.add(reports.from());
        }
        return new Calendar(programme.from(), Collections.min(needing), recognized);
    }

    /** Spread over the first part of the time, and on a day on which the unit exists. */
    LocalDate submitted(int number, Unit unit) {
        var day = registering(5 + number * 37 % 55);
        if (unit.validTo() instanceof LocalDate last && day.isAfter(last)) {
            return last;
        }
        return unit.validFrom() instanceof LocalDate first && day.isBefore(first) ? first : day;
    }

    /** The meeting that chose the content, some days before it is submitted. */
    LocalDate chosen(int number, LocalDate submitted) {
        var day = submitted.minusDays(1 + number % 9);
        return day.isBefore(from) ? from : day;
    }

    /** Depends on the batch alone, so that a case to which registrations are added keeps the days of the others. */
    LocalDate selected(int batch, LocalDate lastSubmitted) {
        return later(registering(61 + batch * 7 % 24), lastSubmitted);
    }

    LocalDate accepted(int batch, LocalDate selected) {
        return later(registering(86 + batch * 5 % 15), selected);
    }

    LocalDate carriedOut() {
        return appraising(40);
    }

    LocalDate scoredBySelf() {
        return appraising(60);
    }

    LocalDate scoredBySuperior() {
        return appraising(75);
    }

    LocalDate concluded() {
        return appraising(90);
    }

    private LocalDate registering(int percent) {
        return from.plusDays(DAYS.between(from, registered) * percent / 100);
    }

    private LocalDate appraising(int percent) {
        return registered.plusDays(DAYS.between(registered, recognized) * percent / 100);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** A stretch of time that one report covers, both days included. */
    record Span(LocalDate from, LocalDate to) {}

    static List<Span> spans(ProgressReports reports) {
        var spans = new ArrayList<Span>();
        var start = reports.from();
        while (!start.isAfter(reports.to())) {
            // Counted from the first day each time, so that a 31st does not slip.
            var number = spans.size() + 1;
            var next = switch (reports.every()) {
                case WEEK -> reports.from().plusWeeks(number);
                case MONTH -> reports.from().plusMonths(number);
                case QUARTER -> reports.from().plusMonths(3L * number);
                case YEAR -> reports.from().plusYears(number);
            };
            var end = next.minusDays(1);
            spans.add(new Span(start, end.isAfter(reports.to()) ? reports.to() : end));
            start = next;
        }
        return spans;
    }
}
