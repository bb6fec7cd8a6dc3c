package vn.dvk.evaluation.events.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.inspection.Inspection;
import vn.dvk.evaluation.domain.inspection.InspectionEvent;
import vn.dvk.evaluation.domain.inspection.InspectionState;
import vn.dvk.evaluation.domain.process.CompletedBy;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.Conclusion;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.process.ProcessDecider;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.Return;
import vn.dvk.evaluation.domain.process.Score;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.evaluation.domain.process.Steps;
import vn.dvk.evaluation.domain.process.Voiding;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.evaluation.domain.progressreport.ProgressReport;
import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;
import vn.dvk.evaluation.domain.review.Review;
import vn.dvk.evaluation.domain.review.ReviewEvent;
import vn.dvk.evaluation.domain.review.ReviewOutcome;
import vn.dvk.evaluation.domain.review.ReviewState;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.evaluation.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.spec.contract.Contracts;

/** Private events become public ones: which, and with bodies as in the contracts, whatever is present or absent. */
class PublishersTest {

    private static final LocalDate DAY = LocalDate.parse("2024-06-14");
    private static final Paper PAPER = new Paper("07-BB/HĐ", DAY, "Hội đồng thẩm định");
    private static final Evidence SCAN =
            new Evidence("e-1", "MINUTES", "Biên bản họp", "luu-tru/1", "0".repeat(64), "07-BB/HĐ", DAY);

    private static final Model MODEL = new Model(
            "3f2b8c1e-7a64-4d0b-9c55-1e8f60a2d701",
            "NA-2024-000001",
            "Ký túc xá vùng biên",
            "NA-2024",
            "NA-S1",
            "VHXH",
            ModelKind.MODEL,
            SubjectType.COLLECTIVE);

    private final Contracts contracts = Contracts.load();

    @Test
    void everything_public_keeps_its_contract_with_and_without_what_is_optional() {
        var published = publish(
                new ProcessEvent.Opened(
                        MODEL,
                        DAY,
                        new Steps(List.of(
                                step("A", 1, DAY, new Completion(DAY, PAPER, List.of(), null)),
                                step("B", 2, null, null),
                                step("C", 3, DAY, null)))),
                new ProcessEvent.StepCompleted("B", new Completion(DAY, null, List.of(), null)),
                new ProcessEvent.StepReturned("B", new Return(DAY, "Thiếu minh chứng")),
                new ProcessEvent.StepCompleted("B", new Completion(DAY, null, List.of(), "ghi chú")),
                new ProcessEvent.StepCompleted("C", new Completion(DAY.plusDays(1), PAPER, List.of(SCAN), null)),
                new ProcessEvent.Concluded(
                        new Conclusion("1", "B", DAY, PAPER, null, "1", "GOOD", true, 86.5, 90.0, 86.5, List.of(SCAN))),
                new ProcessEvent.Concluded(new Conclusion(
                        "2",
                        null,
                        DAY,
                        null,
                        "Chưa đủ thời gian",
                        "1",
                        "INELIGIBLE",
                        false,
                        null,
                        null,
                        null,
                        List.of())),
                new ProcessEvent.ConclusionVoided("2", new Voiding(DAY.plusDays(2), "Nhầm hồ sơ")));

        assertThat(published)
                .extracting(Publication::type)
                .containsExactly(
                        PublishedTypes.PROCESS_OPENED,
                        PublishedTypes.STEP_COMPLETED,
                        PublishedTypes.STEP_RETURNED,
                        PublishedTypes.STEP_COMPLETED,
                        PublishedTypes.STEP_COMPLETED,
                        PublishedTypes.MODEL_EVALUATED,
                        PublishedTypes.MODEL_EVALUATED,
                        PublishedTypes.CONCLUSION_VOIDED);
        published.forEach(one -> contracts.assertValid(one.type(), json(one)));
        assertThat(json(published.get(1))).doesNotContain("\"evidence\"");
        for (var shown : List.of(published.get(4), published.get(5))) {
            assertThat(json(shown))
                    .as("id, kind and fingerprint, and nothing else of it")
                    .contains("\"evidence\":[{\"id\":\"e-1\",\"kind\":\"MINUTES\",\"sha256\":\"" + "0".repeat(64)
                            + "\"}]")
                    .doesNotContain("Biên bản họp")
                    .doesNotContain("luu-tru");
        }
        assertThat(published).extracting(Publication::key).containsOnly(MODEL.id());
        assertThat(json(published.get(1))).doesNotContain("\"document\"").contains("\"late\":false,\"last\":false");
        assertThat(json(published.get(4)))
                .contains("\"late\":true,\"last\":true")
                .contains("\"on\":\"2024-06-15\"");
        assertThat(json(published.get(5))).contains("\"total\":86.5").contains("\"passed\":true");
        assertThat(json(published.get(6))).doesNotContain("\"total\"").contains("\"passed\":false");
        assertThat(json(published.get(7)))
                .contains("\"conclusion\":\"2\"")
                .contains("\"on\":\"2024-06-16\"")
                .contains("Nhầm hồ sơ");
    }

    @Test
    void of_a_report_the_world_is_told_its_model_period_and_values_and_nothing_else() {
        var report = new ProgressReport(
                DAY,
                DAY,
                DAY,
                "Xong",
                List.of(),
                List.of(new GoalValue("G1", new BigDecimal("38.50"))),
                "Mưa",
                List.of(SCAN));
        var publication = ProgressReportPublisher.publish(
                new ProgressReportState.Filed(MODEL, report),
                new Recorded<>("id", 1, Instant.EPOCH, "x", new ProgressReportEvent.Filed(MODEL, report)));

        assertThat(publication.type()).isEqualTo(PublishedTypes.PROGRESS_REPORTED);
        assertThat(publication.key()).isEqualTo(MODEL.id());
        contracts.assertValid(publication.type(), json(publication));
        assertThat(json(publication))
                .doesNotContain("Xong")
                .doesNotContain("Mưa")
                .contains("\"values\":[{\"goal\":\"G1\",\"value\":38.50}]");
    }

    @Test
    void of_an_inspection_the_world_is_told_that_there_was_one() {
        var inspection = new Inspection("i-1", DAY, List.of("Nguyễn Văn An"), "Sổ sách còn thiếu", List.of(SCAN));
        var publication = InspectionPublisher.publish(
                new InspectionState.Made(MODEL, inspection),
                new Recorded<>("id", 1, Instant.EPOCH, "x", new InspectionEvent.Made(MODEL, inspection)));

        assertThat(publication.type()).isEqualTo(PublishedTypes.MODEL_INSPECTED);
        assertThat(publication.key()).isEqualTo(MODEL.id());
        contracts.assertValid(publication.type(), json(publication));
        assertThat(json(publication))
                .contains("\"inspection\":\"i-1\"")
                .contains("\"id\":\"e-1\"")
                .doesNotContain("Nguyễn Văn An")
                .doesNotContain("Sổ sách");
    }

    @Test
    void of_a_review_the_world_is_told_what_it_says_and_not_the_remarks() {
        for (var review : List.of(
                new Review("r-1", 2024, ReviewOutcome.STRENGTHENED, DAY, PAPER, "Ông An phụ trách", List.of(SCAN)),
                new Review("r-1", 2024, ReviewOutcome.ENDED, DAY, null, null, List.of()))) {
            var until = review.outcome().works() ? DAY.plusMonths(18) : null;
            var publication = ReviewPublisher.publish(
                    new ReviewState.Reviewed(MODEL, review, until),
                    new Recorded<>("id", 1, Instant.EPOCH, "x", new ReviewEvent.Reviewed(MODEL, review, until)));

            assertThat(publication.type()).isEqualTo(PublishedTypes.MODEL_REVIEWED);
            assertThat(publication.key()).isEqualTo(MODEL.id());
            contracts.assertValid(publication.type(), json(publication));
            assertThat(json(publication))
                    .contains("\"review\":\"r-1\",\"period\":2024,\"outcome\":\"" + review.outcome() + "\"")
                    .doesNotContain("Ông An");
        }
    }

    @Test
    void scores_evidence_amendments_and_withdrawals_stay_home() {
        assertThat(publish(
                        new ProcessEvent.Opened(MODEL, DAY, new Steps(List.of(step("A", 1, DAY, null)))),
                        new ProcessEvent.Scored(
                                Scorer.SELF,
                                new Score(DAY, "1", Map.of("A", 50.0), 0, 50, "PASS", true, List.of(SCAN), null)),
                        new ProcessEvent.EvidenceAttached("A", List.of(SCAN)),
                        new ProcessEvent.StepAwaitsEvidence("A", new Completion(DAY, null, List.of(), null)),
                        new ProcessEvent.Amended(MODEL),
                        new ProcessEvent.Withdrawn(new Withdrawal(DAY, "Gộp"))))
                .hasSize(1);
    }

    private static List<Publication> publish(ProcessEvent... events) {
        var decider = new ProcessDecider();
        var state = decider.initial();
        var published = new ArrayList<Publication>();
        for (var event : events) {
            state = decider.evolve(state, event);
            var publication = ProcessPublisher.publish(state, new Recorded<>("id", 1, Instant.EPOCH, "x", event));
            if (publication != null) {
                published.add(publication);
            }
        }
        return published;
    }

    private static Step step(String code, int order, @Nullable LocalDate due, @Nullable Completion done) {
        return new Step(
                code,
                order,
                "Bước",
                "Đơn vị",
                CompletedBy.PERSON,
                List.of(),
                List.of(),
                "PROVINCE",
                due,
                List.of(),
                null,
                done,
                null,
                null);
    }

    private static String json(Publication publication) {
        return Json.MAPPER.writeValueAsString(publication.body());
    }
}
