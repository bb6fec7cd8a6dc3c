package vn.dvk.awards.write.correctrefusal;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectRefusal;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.RefusalCorrection;
import vn.dvk.awards.store.ProgrammeRulesByModel;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.awards.write.PeriodInput;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Đính chính việc không công nhận: it never read as it did, and may let another session or level decide. */
@RestController
@Tag(name = "Recognition")
class CorrectRefusalController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final ProgrammeRulesByModel rules;
    private final NamedDecisions decisions;
    private final Answers answers;

    CorrectRefusalController(
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
     * How it should have read: what is left out stays.
     *
     * @param session       what the session is called
     * @param refusedOn     day of the refusal
     * @param decision      another paper; to correct what the paper itself says, correct the decision
     * @param refusalReason why it was refused
     * @param reason        why it is corrected
     * @param on            day of the correction
     */
    record CorrectRefusalBody(
            @Nullable @Size(min = 1, max = 40) String level,

            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 120)
            String session,

            @Nullable @PastOrPresent LocalDate refusedOn,
            @Nullable @Valid PeriodInput period,
            @Nullable @Valid DecisionInput decision,
            @Nullable @Size(max = 4000) String refusalReason,
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {

        RefusalCorrection correction(@Nullable DecisionPaper paper) {
            return new RefusalCorrection(
                    level,
                    session,
                    refusedOn,
                    PeriodInput.periodOrNone(period),
                    paper,
                    OptionalText.orNone(refusalReason),
                    reason,
                    on);
        }
    }

    @PostMapping("/api/v1/models/{model}/refusals/{refusal}/correction")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> correct(
            @PathVariable String model,
            @PathVariable String refusal,
            @Valid @RequestBody CorrectRefusalBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.orNone(body.decision());
        var command = new CorrectRefusal(
                refusal, body.correction(NamedDecisions.paper(decision)), rules.of(model, body.level()));
        var outcome = decisions.handle(dossiers, model, command, decision, expected, context);
        return answers.ok(
                outcome, state -> decisions.reading(state).refusal(refusal).orElseThrow());
    }
}
