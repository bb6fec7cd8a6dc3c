package vn.dvk.replay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Vocabulary.CompletedBy;
import vn.dvk.replay.cases.Vocabulary.RecognitionRequires;
import vn.dvk.replay.plan.Plan.Appraisal;
import vn.dvk.replay.plan.Plan.Appraised;
import vn.dvk.replay.plan.Plan.CarryingOut;
import vn.dvk.replay.plan.Plan.Evidence;
import vn.dvk.replay.plan.Plan.Report;

/** What happens between accepting a registration and recognizing it: carrying out, reporting, scoring, concluding. */
final class Work {

    private final Case source;
    private final Calendar calendar;
    private final List<Entry> entries;

    Work(Case source, Calendar calendar, List<Entry> entries) {
        this.source = source;
        this.calendar = calendar;
        this.entries = entries;
    }

    CarryingOut carryingOut(Set<String> recognized) {
        var models = source.steeringGroup() == null
                ? List.copyOf(recognized)
                : entries.stream().map(Entry::key).toList();
        return new CarryingOut(models, stepsOfPeople(), calendar.carriedOut(), evidence(), reports());
    }

    private List<String> stepsOfPeople() {
        var own = source.programme().steps();
        if (own.isEmpty()) {
            return List.of("CARRY_OUT");
        }
        return own.stream()
                .takeWhile(step -> step.completedBy() != CompletedBy.EVALUATION)
                .filter(step -> step.completedBy() == CompletedBy.PERSON)
                .map(Case.Step::code)
                .toList();
    }

    private List<Evidence> evidence() {
        var plan = new Evidence(
                "PLAN", "Kế hoạch tổ chức thực hiện", "KH/" + source.programme().code());
        if (source.steeringGroup() instanceof Case.SteeringGroup(var members, var head)) {
            var title = "Tổ chỉ đạo %d người, %s làm tổ trưởng".formatted(members, head);
            return List.of(
                    plan,
                    new Evidence(
                            "ASSIGNMENT", title, "QĐ-TCĐ/" + source.programme().code()));
        }
        return List.of(plan);
    }

    private List<Report> reports() {
        if (!(source.progressReports() instanceof Case.ProgressReports stated)) {
            return List.of();
        }
        var reports = new ArrayList<Report>();
        for (var entry : entries) {
            var goal = entry.goals().getFirst();
            for (var span : Calendar.spans(stated)) {
                var done = "Kỳ %s – %s: tiếp tục “%s”, kiểm đếm %s hướng tới %s %s."
                        .formatted(
                                span.from(),
                                span.to(),
                                entry.name(),
                                goal.indicator().toLowerCase(Locale.ROOT),
                                goal.target(),
                                goal.measure());
                reports.add(new Report(entry.key(), span.from(), span.to(), span.to(), done));
            }
        }
        return List.copyOf(reports);
    }

    Appraisal appraisal(Set<String> recognized) {
        var models = new ArrayList<Appraised>();
        if (source.programme().recognitionRequires() == RecognitionRequires.EVALUATED) {
            for (var number = 1; number <= entries.size(); number++) {
                var entry = entries.get(number - 1);
                if (recognized.contains(entry.key())) {
                    models.add(new Appraised(
                            entry.key(),
                            Rubric.self(entry.subject(), number),
                            Rubric.superior(entry.subject(), number)));
                }
            }
        }
        var concluded = calendar.concluded();
        var council = "Hội đồng thẩm định, " + source.programme().host();
        return new Appraisal(
                List.copyOf(models),
                calendar.scoredBySelf(),
                calendar.scoredBySuperior(),
                concluded,
                new Document("01-BBTĐ/" + source.programme().code(), concluded, council));
    }
}
