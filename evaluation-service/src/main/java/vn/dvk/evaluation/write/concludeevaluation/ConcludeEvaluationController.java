package vn.dvk.evaluation.write.concludeevaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.domain.process.ProcessCommand.ConcludeEvaluation;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.store.ApplicableRubrics;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.EvidenceWords;
import vn.dvk.evaluation.write.GoalValueBody;
import vn.dvk.evaluation.write.PaperBody;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.evaluation.write.ProcessSummary;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

@RestController
class ConcludeEvaluationController {

    private final ProcessCommands commands;
    private final ApplicableRubrics rubrics;
    private final Programmes programmes;
    private final EvidenceWords evidenceWords;

    ConcludeEvaluationController(
            ProcessCommands commands, ApplicableRubrics rubrics, Programmes programmes, EvidenceWords evidenceWords) {
        this.commands = commands;
        this.rubrics = rubrics;
        this.programmes = programmes;
        this.evidenceWords = evidenceWords;
    }

    /**
     * @param ineligible why it cannot be graded (không đủ điều kiện xếp loại); absent: the superior's score counts
     * @param values     how far each goal of the registration has come, by the goal's id
     */
    record ConcludeEvaluationBody(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Valid @Nullable PaperBody minutes,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence,
            @Size(min = 10, max = 4000) @Nullable String ineligible,
            @Size(max = 100) @Nullable List<@NotNull @Valid GoalValueBody> values) {}

    record ConcludeEvaluationBulkBody(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Valid @Nullable PaperBody minutes,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence,
            @NotNull @Size(min = 1, max = 1000) List<@NotNull String> models) {}

    private record ConclusionAsked(Day on, @Nullable Paper minutes, List<Evidence> evidence) {}

    @PostMapping("/api/v1/evaluations/{model}/conclusion")
    @Allowed(roles = "'COUNCIL'")
    ResponseEntity<?> conclude(
            @PathVariable String model,
            @Valid @RequestBody ConcludeEvaluationBody body,
            ExpectedVersion expected,
            RequestContext context) {
        evidenceWords.check(body.evidence(), body.on().on());
        var minutes = PaperBody.toPaper(body.minutes());
        var command = new ConcludeEvaluation(
                body.on(),
                minutes,
                EvidenceBody.toEvidence(body.evidence()),
                body.ineligible(),
                rubrics.of(model),
                programmes.historic(body.on(), minutes),
                GoalValueBody.toValues(body.values()));
        return commands.handle(model, command, expected, context);
    }

    @PostMapping("/api/v1/evaluations/bulk-conclusion")
    @Allowed(roles = "'COUNCIL'")
    ResponseEntity<?> concludeMany(@Valid @RequestBody ConcludeEvaluationBulkBody body, RequestContext context) {
        evidenceWords.check(body.evidence(), body.on().on());
        var minutes = PaperBody.toPaper(body.minutes());
        var evidence = EvidenceBody.toEvidence(body.evidence());
        var applicable = rubrics.of(body.models());
        var historic = programmes.historic(body.on(), minutes);
        var asked = new ConclusionAsked(body.on(), minutes, evidence);
        var rows = body.models().stream()
                .map(model -> new ProcessCommands.Row(
                        model,
                        new ConcludeEvaluation(
                                body.on(),
                                minutes,
                                evidence,
                                null,
                                applicable.getOrDefault(model, Rubrics.NONE),
                                historic,
                                List.of()),
                        asked))
                .toList();
        return commands.handleAll(rows, context, ConcludeEvaluationController::result);
    }

    private static Map<String, ?> result(ProcessSummary summary) {
        var conclusion = Objects.requireNonNull(summary.conclusion(), "just concluded");
        var result = new LinkedHashMap<String, Object>();
        result.put("state", summary.state());
        if (conclusion.total() != null) {
            result.put("total", conclusion.total());
        }
        result.put("grade", Objects.requireNonNull(conclusion.grade(), "a conclusion has a grade"));
        return result;
    }
}
