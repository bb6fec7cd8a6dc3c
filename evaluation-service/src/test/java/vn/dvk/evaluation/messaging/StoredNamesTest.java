package vn.dvk.evaluation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvk.evaluation.domain.Kind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.Subject;
import vn.dvk.evaluation.domain.process.CompletedBy;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.Conclusion;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.domain.process.Inspection;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProgressReport;
import vn.dvk.evaluation.domain.process.Return;
import vn.dvk.evaluation.domain.process.Score;
import vn.dvk.evaluation.domain.process.Scorer;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.evaluation.domain.process.Steps;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.domain.rubric.RubricEvent;
import vn.dvk.kit.envelope.Json;

/** What was written to disk is found again by its name, and equal. */
class StoredNamesTest {

    private static final LocalDate DAY = LocalDate.parse("2024-06-14");
    private static final Paper PAPER = new Paper("07-BB/HĐ", DAY, "Hội đồng");
    private static final List<Evidence> EVIDENCE = List.of(new Evidence("ảnh", "Lễ ra mắt", "luu-tru/1"));
    private static final Model MODEL = new Model("m", "c", "n", "P", "U", "KT", Kind.EXEMPLAR, Subject.INDIVIDUAL);

    static Stream<ProcessEvent> processEvents() {
        return Stream.of(
                new ProcessEvent.Opened(
                        MODEL,
                        DAY,
                        new Steps(List.of(new Step(
                                "A",
                                1,
                                "Bước",
                                "Đơn vị",
                                CompletedBy.REGISTRATION,
                                List.of("Kế hoạch"),
                                DAY,
                                new Completion(DAY, PAPER, EVIDENCE, "x"),
                                null)))),
                new ProcessEvent.Amended(MODEL),
                new ProcessEvent.Withdrawn(new Withdrawal(DAY, "Gộp")),
                new ProcessEvent.StepCompleted("A", new Completion(DAY, PAPER, EVIDENCE, null)),
                new ProcessEvent.StepReturned("A", new Return(DAY, "Thiếu")),
                new ProcessEvent.ProgressReported(new ProgressReport(
                        DAY, DAY, DAY, "Xong", List.of(new ProgressReport.Result("nhà", "3")), null, EVIDENCE)),
                new ProcessEvent.Inspected(new Inspection(DAY, List.of("An", "Bình"), "Tốt", EVIDENCE)),
                new ProcessEvent.Scored(
                        Scorer.SUPERIOR, new Score(DAY, "1", Map.of("A", 20.25, "B", 3.0), 23.25, "FAIL", "x")),
                new ProcessEvent.Concluded(new Conclusion(DAY, PAPER, "Chưa đủ", "1", "INELIGIBLE", null, 50.0, null)));
    }

    @ParameterizedTest
    @MethodSource("processEvents")
    void a_process_event_comes_back_as_it_was_written(ProcessEvent event) {
        var name = StoredNames.PROCESS.nameOf(event);
        assertThat(Json.fromDocument(Json.toDocument(event), StoredNames.PROCESS.typeOf(name)))
                .isEqualTo(event);
    }

    @Test
    void the_list_above_is_complete() {
        assertThat(processEvents().<Class<?>>map(ProcessEvent::getClass))
                .containsExactlyInAnyOrder(ProcessEvent.class.getPermittedSubclasses());
    }

    @Test
    void a_rubric_comes_back_as_it_was_written() {
        for (var rubric : Rubric.DEFAULTS.values()) {
            var event = new RubricEvent.Released(rubric);
            var name = StoredNames.RUBRIC.nameOf(event);
            assertThat(Json.fromDocument(Json.toDocument(event), StoredNames.RUBRIC.typeOf(name)))
                    .isEqualTo(event);
        }
    }
}
