package vn.dvk.awards.write.issuedecision;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.read.DecisionAnswer;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.awards.store.DecisionRegister.Named.ToEnter;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.EvidenceInput;
import vn.dvk.awards.write.EvidenceWords;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

/** Ghi một quyết định vào sổ. What it decides is sent as recognitions and awards that name its id. */
@RestController
@Tag(name = "Decisions")
class IssueDecisionController {

    private final DecisionRegister register;
    private final EvidenceWords evidenceWords;
    private final Answers answers;

    IssueDecisionController(DecisionRegister register, EvidenceWords evidenceWords, Answers answers) {
        this.register = register;
        this.evidenceWords = evidenceWords;
        this.answers = answers;
    }

    /**
     * @param number   left out while it is not known
     * @param issuer   name as written
     * @param unit     code of the unit that issued it, if it is one of ours
     * @param capacity KT., TL., TUQ. …
     * @param evidence what proves it
     * @param answers  ids of the submissions that it answers
     * @param items    how many recognitions and awards it announces
     */
    record IssueDecisionBody(
            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 300)
            String number,

            @NotNull @PastOrPresent LocalDate date,
            @NotBlank @Size(max = 300) String issuer,
            @Nullable @Size(min = 1, max = 40) String unit,
            @Nullable @Size(max = 300) String signer,
            @Nullable @Size(max = 300) String capacity,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 4000) String> legalBasis,
            @Nullable @Size(max = 50) List<@NotNull @Valid EvidenceInput> evidence,
            @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 80) String> answers,
            @Nullable @Min(1) @Max(100_000) Integer items) {

        DecisionText text() {
            return new DecisionText(
                    number,
                    date,
                    issuer,
                    unit,
                    OptionalText.orNone(signer),
                    OptionalText.orNone(capacity),
                    legalBasis == null ? List.of() : legalBasis,
                    EvidenceInput.of(evidence),
                    answers == null ? List.of() : answers,
                    null,
                    items);
        }
    }

    /** Issuer, year and number say which decision it is: asking twice enters it once. */
    @PostMapping("/api/v1/decisions")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> issue(@Valid @RequestBody IssueDecisionBody body, RequestContext context) {
        evidenceWords.check(body.evidence(), body.date(), "");
        var text = body.text();
        var named = register.named(text, "");
        var id = String.valueOf(named.paper().id());
        var outcome = register.enter(new ToEnter(named.paper(), text), context);
        return answers.created(outcome, "/api/v1/decisions/" + id, state -> DecisionAnswer.of(id, state));
    }
}
