package vn.dvk.awards.write.recognizemodel;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.Recognize;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Recognition;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.ProgrammeRulesByModel;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.PeriodInput;
import vn.dvk.awards.write.PrintedInput;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Công nhận ở một cấp. */
@RestController
@Tag(name = "Recognition")
class RecognizeModelController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final ProgrammeRulesByModel rules;
    private final NamedDecisions decisions;
    private final WiderHolds holds;
    private final Answers answers;

    RecognizeModelController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            ProgrammeRulesByModel rules,
            NamedDecisions decisions,
            WiderHolds holds,
            Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.decisions = decisions;
        this.holds = holds;
        this.answers = answers;
    }

    /**
     * @param period  the time it is for; the programme's, unless given
     * @param printed of a person or household: whom the decision names, and its title
     * @param session in which it was decided; needed only where another one has refused
     */
    record RecognizeModelBody(
            @NotBlank @Size(max = 40) String level,
            @NotNull @Valid DecisionInput decision,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Nullable @Valid PeriodInput period,
            @Nullable @Valid PrintedInput printed,

            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 120)
            String session) {

        Recognize command(DecisionPaper decision, @Nullable ProgrammeRules rules, @Nullable String heldBy) {
            return new Recognize(
                    level,
                    decision,
                    on,
                    PeriodInput.periodOrNone(period),
                    rules,
                    heldBy,
                    PrintedInput.printedOrNone(printed),
                    session);
        }
    }

    record RecognizeModelBulkBody(
            @NotBlank @Size(max = 40) String level,
            @NotNull @Valid DecisionInput decision,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Nullable @Valid PeriodInput period,
            @NotEmpty @Size(max = 1000) List<@NotBlank @Size(max = 80) String> models,
            @Nullable @Size(max = 1000) Map<String, @NotNull @Valid PrintedInput> printed,

            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 120)
            String session) {

        RecognizeModelBody of(String model) {
            return new RecognizeModelBody(
                    level, decision, on, period, printed == null ? null : printed.get(model), session);
        }
    }

    @PostMapping("/api/v1/models/{model}/recognitions")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> recognize(
            @PathVariable String model,
            @Valid @RequestBody RecognizeModelBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.asKnown(body.decision());
        var command = body.command(
                decision.paper(),
                rules.of(List.of(model), body.level()).get(model),
                holds.onModels(List.of(model), decision.paper().date()).get(model));
        var outcome = decisions.handle(dossiers, model, command, decision, expected, context);
        return answers.created(outcome, "/api/v1/models/" + model, state -> recognition(state, command));
    }

    /** One decision about many models; each is decided by itself. */
    @PostMapping("/api/v1/recognitions/bulk")
    @Allowed(roles = "'AUTHORITY'")
    Map<String, Object> recognizeMany(@Valid @RequestBody RecognizeModelBulkBody body, RequestContext context) {
        var decision = decisions.asKnown(body.decision());
        var rules = this.rules.of(body.models(), body.level());
        var held = holds.onModels(body.models(), decision.paper().date());
        var commands = body.models().stream()
                .map(model -> CommandEnvelope.<DossierCommand>of(
                        model,
                        body.of(model).command(decision.paper(), rules.get(model), held.get(model)),
                        context.forRow(model, body.of(model))))
                .toList();
        var outcomes = decisions.handleAll(dossiers, commands, decision, context);
        var rows = answers.rows();
        for (var i = 0; i < commands.size(); i++) {
            var model = body.models().get(i);
            rows.add(
                    "id",
                    model,
                    outcomes.get(i),
                    state -> Map.of(
                            "recognition",
                            recognition(state, body.of(model).command(decision.paper(), null, null))
                                    .recognition()));
        }
        return rows.body();
    }

    /** The one asked for; asked again after its paper was corrected, the one that stands instead. */
    private static Recognition recognition(Dossier state, Recognize asked) {
        var latest = OpenDossiers.known(state).recognitions().reversed().stream()
                .filter(one -> one.level().equals(asked.level()) && Period.isSame(one.period(), asked.period()))
                .toList();
        return latest.stream()
                .filter(one -> one.decision().isSamePaperAs(asked.decision()))
                .findFirst()
                .orElseGet(latest::getFirst);
    }
}
