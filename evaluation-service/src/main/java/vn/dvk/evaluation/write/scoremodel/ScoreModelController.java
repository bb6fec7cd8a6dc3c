package vn.dvk.evaluation.write.scoremodel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.evaluation.domain.process.ProcessCommand.ScoreModel;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.evaluation.store.ApplicableRubrics;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.EvidenceWords;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.evaluation.write.ProcessSummary;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Who may score as whom is in the addresses, so that each names its role. */
@RestController
class ScoreModelController {

    private final ProcessCommands commands;
    private final ApplicableRubrics rubrics;
    private final Programmes programmes;
    private final EvidenceWords evidenceWords;

    ScoreModelController(
            ProcessCommands commands, ApplicableRubrics rubrics, Programmes programmes, EvidenceWords evidenceWords) {
        this.commands = commands;
        this.rubrics = rubrics;
        this.programmes = programmes;
        this.evidenceWords = evidenceWords;
    }

    record ScoreModelBody(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotNull Map<String, @Nullable BigDecimal> criteria,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence,
            @Size(max = 4000) @Nullable String remarks) {}

    record ScoreModelBulkBody(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotNull @Size(min = 1, max = 1000) List<@NotNull ScoreModelRow> rows) {}

    /** What is missing in a row is the decision's business, so that one bad row does not stop the others. */
    record ScoreModelRow(@Nullable String model, @Nullable Map<String, @Nullable BigDecimal> criteria) {

        String id() {
            return model == null ? "" : model;
        }
    }

    private record Asked(Day on, ScoreModelRow row) {}

    @PostMapping("/api/v1/evaluations/{model}/scores/{by:self|unit}")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> scoreOneself(
            @PathVariable String model,
            @PathVariable String by,
            @Valid @RequestBody ScoreModelBody body,
            ExpectedVersion expected,
            RequestContext context) {
        return score(model, scorer(by), body, expected, context);
    }

    @PostMapping("/api/v1/evaluations/{model}/scores/{by:superior|council}")
    @Allowed(roles = "'COUNCIL'")
    ResponseEntity<?> judge(
            @PathVariable String model,
            @PathVariable String by,
            @Valid @RequestBody ScoreModelBody body,
            ExpectedVersion expected,
            RequestContext context) {
        return score(model, scorer(by), body, expected, context);
    }

    @PostMapping("/api/v1/evaluations/bulk-scores/{by:self|unit}")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> scoreManyOneself(
            @PathVariable String by, @Valid @RequestBody ScoreModelBulkBody body, RequestContext context) {
        return scoreMany(scorer(by), body, context);
    }

    @PostMapping("/api/v1/evaluations/bulk-scores/{by:superior|council}")
    @Allowed(roles = "'COUNCIL'")
    ResponseEntity<?> judgeMany(
            @PathVariable String by, @Valid @RequestBody ScoreModelBulkBody body, RequestContext context) {
        return scoreMany(scorer(by), body, context);
    }

    private static Scorer scorer(String by) {
        return Scorer.valueOf(by.toUpperCase(Locale.ROOT));
    }

    private ResponseEntity<?> score(
            String model, Scorer by, ScoreModelBody body, ExpectedVersion expected, RequestContext context) {
        evidenceWords.check(body.evidence(), body.on().on());
        var command = new ScoreModel(
                by,
                body.on(),
                points(body.criteria()),
                EvidenceBody.toEvidence(body.evidence()),
                body.remarks(),
                rubrics.of(model),
                programmes.historic(body.on(), null));
        return commands.handle(model, command, expected, context);
    }

    private ResponseEntity<?> scoreMany(Scorer by, ScoreModelBulkBody body, RequestContext context) {
        var applicable = rubrics.of(body.rows().stream().map(ScoreModelRow::id).toList());
        var historic = programmes.historic(body.on(), null);
        var rows = body.rows().stream()
                .map(row -> new ProcessCommands.Row(
                        row.id(),
                        new ScoreModel(
                                by,
                                body.on(),
                                points(row.criteria()),
                                List.of(),
                                null,
                                applicable.getOrDefault(row.id(), Rubrics.NONE),
                                historic),
                        new Asked(body.on(), row)))
                .toList();
        return commands.handleAll(rows, context, summary -> result(summary, by));
    }

    private static Map<String, ?> result(ProcessSummary summary, Scorer by) {
        var result = Objects.requireNonNull(summary.scores().get(by), "just scored");
        var total = Objects.requireNonNull(result.total(), "a score has a total");
        var shown = new LinkedHashMap<String, Object>();
        shown.put("rubric", result.rubric());
        shown.put("total", total);
        if (result.grade() != null) {
            shown.put("grade", result.grade());
        }
        return shown;
    }

    /** A criterion without points is a missing one, not a zero. */
    private static Map<String, Double> points(@Nullable Map<String, @Nullable BigDecimal> criteria) {
        var points = new HashMap<String, Double>();
        if (criteria != null) {
            criteria.forEach((code, given) -> {
                if (given != null) {
                    points.put(code, given.doubleValue());
                }
            });
        }
        return points;
    }
}
