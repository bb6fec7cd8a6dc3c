package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.spec.Specification;

/** One model and its programme's steps, as the tests of the process speak of them. */
final class Dossier {

    static final Paper APPROVAL = new Paper("112-CV/BDV", day("2024-02-05"), "Ban Dân vận Tỉnh ủy");
    static final Paper MINUTES = new Paper("07-BB/HĐ", day("2024-06-14"), "Hội đồng thẩm định");
    static final Registration REGISTRATION =
            new Registration(day("2024-01-19"), day("2024-01-26"), day("2024-01-30"), day("2024-02-05"), APPROVAL);

    /** The default five: two by registration, one by a person, the evaluation, the recognition. */
    static final List<StepPlan> FIVE = List.of(
            plan("SURVEY", CompletedBy.REGISTRATION, 0),
            plan("REGISTER", CompletedBy.REGISTRATION, 0),
            plan("CARRY_OUT", CompletedBy.PERSON, 60),
            plan("APPRAISE", CompletedBy.EVALUATION, 150),
            plan("SUM_UP", CompletedBy.RECOGNITION, 180));

    static final Map<String, Double> EIGHTY_SIX = points(9, 9, 17, 17, 21, 13);
    static final Map<String, Double> NINETY = points(9, 9, 18, 18, 22, 14);
    static final Map<String, Double> FORTY = points(4, 4, 8, 8, 10, 6);

    private Dossier() {}

    static Specification<ProcessCommand, ProcessState, ProcessEvent> process() {
        return Specification.of(new ProcessDecider());
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static Model model() {
        return model(SubjectType.COLLECTIVE);
    }

    static Model model(SubjectType subject) {
        return new Model(
                "3f2b8c1e-7a64-4d0b-9c55-1e8f60a2d701",
                "NA-2024-000001",
                "Ký túc xá vùng biên",
                "NA-2024",
                "NA-S1",
                "VHXH",
                ModelKind.MODEL,
                subject);
    }

    static StepPlan plan(String code, CompletedBy by, @Nullable Integer dueDays) {
        return plan(code, by, dueDays, null);
    }

    static StepPlan plan(
            String code, CompletedBy by, @Nullable Integer dueDays, @Nullable String level, String... required) {
        return new StepPlan(
                code, "Bước " + code, "Đơn vị", List.of("Minh chứng"), by, dueDays, null, List.of(required), level);
    }

    static Evidence evidence(String kind) {
        return new Evidence("e-" + kind, kind, "Văn bản", "12-KH/ĐU", null, null, null);
    }

    static ProcessEvent opened() {
        return opened(FIVE);
    }

    static ProcessEvent opened(List<StepPlan> plans) {
        return new ProcessEvent.Opened(model(), REGISTRATION.acceptedOn(), Steps.of(plans, REGISTRATION));
    }

    static Completion on(String day) {
        return new Completion(day(day), null, List.of(evidence("kế hoạch")), null);
    }

    static ProcessEvent completed(String step, String day) {
        return new ProcessEvent.StepCompleted(step, on(day));
    }

    static ProcessCommand complete(String step, String day) {
        return new ProcessCommand.CompleteStep(step, on(day));
    }

    static Return why(String day) {
        return new Return(day(day), "Minh chứng không đúng với nội dung đã đăng ký");
    }

    static ProcessCommand giveBack(String step, String day) {
        return new ProcessCommand.ReturnStep(step, why(day));
    }

    static ProcessEvent returned(String step, String day) {
        return new ProcessEvent.StepReturned(step, why(day));
    }

    static Map<String, Double> points(
            double need, double leadership, double creative, double forces, double result, double durable) {
        return Map.of(
                "NEED", need,
                "LEADERSHIP", leadership,
                "CREATIVE", creative,
                "FORCES", forces,
                "RESULT", result,
                "DURABLE", durable);
    }

    static ProcessCommand score(Scorer by, Map<String, Double> points) {
        return new ProcessCommand.ScoreModel(by, day("2024-06-10"), points, List.of(), null, Rubrics.NONE);
    }

    static ProcessEvent scored(Scorer by, Map<String, Double> points, double total, String grade) {
        return new ProcessEvent.Scored(
                by,
                new Score(
                        day("2024-06-10"),
                        "default-1",
                        points,
                        0,
                        total,
                        grade,
                        !grade.equals("FAIL"),
                        List.of(),
                        null));
    }

    static ProcessCommand conclude(String day) {
        return new ProcessCommand.ConcludeEvaluation(day(day), MINUTES, List.of(), null, Rubrics.NONE);
    }

    static ProcessCommand concludeIneligible(String day, String reason) {
        return new ProcessCommand.ConcludeEvaluation(day(day), MINUTES, List.of(), reason, Rubrics.NONE);
    }

    static ProcessEvent concluded(String day, double total, String grade) {
        return concluded("1", "APPRAISE", day, total, grade);
    }

    /** @param step what it completes; null in a process without an evaluation step */
    static ProcessEvent concluded(String id, @Nullable String step, String day, double total, String grade) {
        return new ProcessEvent.Concluded(new Conclusion(
                id,
                step,
                day(day),
                MINUTES,
                null,
                "default-1",
                grade,
                !grade.equals("FAIL"),
                total,
                null,
                total,
                List.of()));
    }

    static Voiding wrong(String day) {
        return new Voiding(day(day), why(day).reason());
    }

    static ProcessEvent voided(String id, String day) {
        return new ProcessEvent.ConclusionVoided(id, wrong(day));
    }

    /** The step that the conclusion completes. */
    static ProcessEvent appraised(String day) {
        return new ProcessEvent.StepCompleted("APPRAISE", new Completion(day(day), MINUTES, List.of(), null));
    }

    /** Carried out, scored by the superior and concluded with 86 points. */
    static ProcessEvent[] evaluated() {
        return new ProcessEvent[] {
            opened(),
            completed("CARRY_OUT", "2024-03-29"),
            scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"),
            concluded("2024-06-14", 86, "GOOD"),
            appraised("2024-06-14")
        };
    }

    static ProcessEvent[] and(ProcessEvent[] some, ProcessEvent... more) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(ProcessEvent[]::new);
    }

    static ProcessState.Opened after(ProcessEvent... events) {
        var decider = new ProcessDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return (ProcessState.Opened) state;
    }
}
