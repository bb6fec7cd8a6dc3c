package vn.dvk.awards.write.refuserecognition;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.RefuseRecognition;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.NonRecognition;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.ProgrammeRulesByModel;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.PeriodInput;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Không công nhận ở một cấp, có lý do. */
@RestController
@Tag(name = "Recognition")
class RefuseRecognitionController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final ProgrammeRulesByModel rules;
    private final NamedDecisions decisions;
    private final Answers answers;

    RefuseRecognitionController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            ProgrammeRulesByModel rules,
            NamedDecisions decisions,
            Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.decisions = decisions;
        this.answers = answers;
    }

    /**
     * @param session what the session is called; left out: the only one at that level for that time
     * @param period  the time it is for; the programme's, unless given
     */
    record RefuseRecognitionBody(
            @NotBlank @Size(max = 40) String level,

            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 120)
            String session,

            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Valid PeriodInput period,
            @Nullable @Valid DecisionInput decision) {}

    @PostMapping("/api/v1/models/{model}/refusals")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> refuse(
            @PathVariable String model,
            @Valid @RequestBody RefuseRecognitionBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.orNone(body.decision());
        var command = new RefuseRecognition(
                body.level(),
                body.session(),
                body.reason(),
                body.on(),
                PeriodInput.periodOrNone(body.period()),
                NamedDecisions.paper(decision),
                rules.of(List.of(model), body.level()).get(model));
        var outcome = decisions.handle(dossiers, model, command, decision, expected, context);
        return answers.created(
                outcome, "/api/v1/models/" + model, state -> refusal(state, body, NamedDecisions.paper(decision)));
    }

    private static NonRecognition refusal(Dossier state, RefuseRecognitionBody body, @Nullable DecisionPaper decision) {
        return OpenDossiers.known(state)
                .refusal(body.level(), body.session(), PeriodInput.periodOrNone(body.period()))
                .filter(one -> one.says(body.reason(), body.on(), decision))
                .orElseThrow();
    }
}
