package vn.dvk.awards.write.correctdecision;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.decision.DecisionCorrection;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterCommand;
import vn.dvk.awards.domain.decision.RegisterCommand.Correct;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.read.DecisionAnswer;
import vn.dvk.awards.store.Answering;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.EvidenceInput;
import vn.dvk.awards.write.EvidenceWords;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** Đính chính một quyết định trong sổ: what names it shows the corrected one at once. */
@RestController
@Tag(name = "Decisions")
class CorrectDecisionController {

    private final Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions;
    private final DecisionRegister register;
    private final Directory directory;
    private final Answering answering;
    private final EvidenceWords evidenceWords;
    private final Answers answers;

    CorrectDecisionController(
            Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions,
            DecisionRegister register,
            Directory directory,
            Answering answering,
            EvidenceWords evidenceWords,
            Answers answers) {
        this.decisions = decisions;
        this.register = register;
        this.directory = directory;
        this.answering = answering;
        this.evidenceWords = evidenceWords;
        this.answers = answers;
    }

    /**
     * What is left out stays.
     *
     * @param items how many recognitions and awards it announces
     * @param on    day of the correction
     */
    record CorrectDecisionBody(
            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 300)
            String number,

            @Nullable @PastOrPresent LocalDate date,

            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 300)
            String issuer,

            @Nullable @Size(min = 1, max = 40) String unit,
            @Nullable @Size(max = 300) String signer,
            @Nullable @Size(max = 300) String capacity,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 4000) String> legalBasis,
            @Nullable @Size(max = 50) List<@NotNull @Valid EvidenceInput> evidence,
            @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 80) String> answers,
            @Nullable @Min(1) @Max(100_000) Integer items,
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {

        DecisionCorrection correction() {
            return new DecisionCorrection(
                    number,
                    date,
                    issuer,
                    unit,
                    OptionalText.orNone(signer),
                    OptionalText.orNone(capacity),
                    legalBasis,
                    EvidenceInput.orNone(evidence),
                    answers,
                    items,
                    reason,
                    on);
        }
    }

    @PostMapping("/api/v1/decisions/{decision}/correction")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> correct(
            @PathVariable String decision,
            @Valid @RequestBody CorrectDecisionBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var was = text(decision);
        evidenceWords.check(body.evidence(), body.date() == null ? was.date() : body.date(), "");
        register.checkAnswers(body.answers(), "");
        var now = body.correction().of(was);
        var moves = !now.registerKey().equals(was.registerKey());
        var command = new Correct(
                decision,
                body.correction(),
                moves && !register.move(decision, now),
                body.unit() == null || directory.unit(body.unit()).isPresent());
        var outcome =
                expected.handle(version -> decisions.handle(CommandEnvelope.of(decision, command, context, version)));
        if (moves && outcome instanceof Outcome.Stored<RegisterEntry>) {
            register.leave(decision, was);
        }
        if (body.answers() != null && outcome instanceof Outcome.Stored<RegisterEntry>) {
            answering.settle(decision, body.answers(), context);
        }
        return answers.ok(outcome, state -> DecisionAnswer.of(decision, state));
    }

    private DecisionText text(String decision) {
        if (decisions.find(decision).map(Outcome.Unchanged::state).orElse(null) instanceof RegisterEntry.Known known) {
            return known.text();
        }
        throw new Refused(AwardsReason.DECISION_UNKNOWN, decision);
    }
}
