package vn.dvk.awards.write.draftdecision;

import io.swagger.v3.oas.annotations.Operation;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.decision.DecisionDraft;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterCommand;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.read.DecisionAnswer;
import vn.dvk.awards.read.DecisionDraftAnswer;
import vn.dvk.awards.store.DecisionDrafts;
import vn.dvk.awards.store.DecisionDrafts.Saved;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.awards.store.DecisionRegister.Named.ToEnter;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.EvidenceInput;
import vn.dvk.awards.write.EvidenceWords;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Dự thảo quyết định. Nobody else is told of it before it is issued, and nothing can rest on it. */
@RestController
@Tag(name = "Decisions")
class DraftDecisionController {

    private final DecisionDrafts drafts;
    private final DecisionRegister register;
    private final Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions;
    private final EvidenceWords evidenceWords;
    private final Answers answers;

    DraftDecisionController(
            DecisionDrafts drafts,
            DecisionRegister register,
            Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions,
            EvidenceWords evidenceWords,
            Answers answers) {
        this.drafts = drafts;
        this.register = register;
        this.decisions = decisions;
        this.evidenceWords = evidenceWords;
        this.answers = answers;
    }

    /**
     * As much as there is: {@code {"issuer": "Ban Thường vụ Tỉnh ủy", "items": 40}}. What is missing is said when it is issued.
     *
     * @param items how many recognitions and awards it announces
     * @param note  for whoever prepares it; it is not part of the decision
     */
    record DecisionDraftBody(
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
            @Nullable @Size(max = 4000) String note) {

        DecisionDraft draft() {
            return new DecisionDraft(
                    number,
                    date,
                    issuer,
                    unit,
                    OptionalText.orNone(signer),
                    OptionalText.orNone(capacity),
                    legalBasis == null ? List.of() : legalBasis,
                    EvidenceInput.of(evidence),
                    answers == null ? List.of() : answers,
                    items,
                    OptionalText.orNone(note));
        }
    }

    /** The id follows from the key, and the draft remembers what it was opened with. */
    @Operation(summary = "Open a draft; whatever is known is enough")
    @PostMapping("/api/v1/decision-drafts")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> open(@Valid @RequestBody DecisionDraftBody body, RequestContext context) {
        evidenceWords.check(body.evidence(), body.date(), "");
        var id = DeterministicId.of("decision-draft", String.valueOf(context.key()));
        var isThere = drafts.find(id).isPresent();
        var outcome = drafts.open(id, body.draft())
                .<Outcome<Saved>>map(saved -> isThere
                        ? new Outcome.Unchanged<>(id, saved.version(), saved)
                        : new Outcome.Stored<>(id, saved.version(), saved))
                .orElseGet(() -> new Outcome.Refused<>(Refusal.because(KitReason.KEY_REUSED)));
        return answers.created(outcome, "/api/v1/decision-drafts/" + id, DecisionDraftAnswer::of);
    }

    @Operation(summary = "Save a draft, as often as one likes")
    @PutMapping("/api/v1/decision-drafts/{id}")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> save(
            @PathVariable String id, @Valid @RequestBody DecisionDraftBody body, ExpectedVersion expected) {
        evidenceWords.check(body.evidence(), body.date(), "");
        var current = current(id);
        if (body.draft().equals(current.draft())) {
            return answers.ok(new Outcome.Unchanged<>(id, current.version(), current), DecisionDraftAnswer::of);
        }
        var saved = new Saved(id, current.version() + 1, body.draft());
        return answers.ok(
                expected.admits(current.version()) && drafts.save(current, body.draft())
                        ? new Outcome.Stored<>(id, saved.version(), saved)
                        : overtaken(id),
                DecisionDraftAnswer::of);
    }

    @Operation(summary = "Throw a draft away")
    @DeleteMapping("/api/v1/decision-drafts/{id}")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> discard(@PathVariable String id, ExpectedVersion expected) {
        var current = current(id);
        return expected.admits(current.version()) && drafts.discard(current)
                ? ResponseEntity.noContent().build()
                : answers.ok(overtaken(id), DecisionDraftAnswer::of);
    }

    /**
     * As it was last saved, and under its own id. What it announces need not be there yet: how many of the items name it is
     * shown with the decision. Issuing it again is having issued it.
     */
    @Operation(summary = "Issue it: it enters the register as it was last saved")
    @PostMapping("/api/v1/decision-drafts/{id}/issue")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> issue(@PathVariable String id, ExpectedVersion expected, RequestContext context) {
        var before = decisions.find(id);
        if (before.isPresent()) {
            return answers.ok(before.get(), state -> DecisionAnswer.of(id, state));
        }
        var current = current(id);
        if (!expected.admits(current.version())) {
            return answers.ok(overtaken(id), DecisionDraftAnswer::of);
        }
        var text = text(current.draft());
        var named = register.named(text, "", id);
        var decision = String.valueOf(named.paper().id());
        var outcome = register.enter(new ToEnter(named.paper(), text), context);
        if (!(outcome instanceof Outcome.Refused<RegisterEntry>)) {
            drafts.remove(id);
        }
        return answers.created(outcome, "/api/v1/decisions/" + decision, state -> DecisionAnswer.of(decision, state));
    }

    private Saved current(String id) {
        return drafts.find(id).orElseThrow(() -> new Refused(AwardsReason.DECISION_DRAFT_UNKNOWN, id));
    }

    private Outcome<Saved> overtaken(String id) {
        return new Outcome.Overtaken<>(drafts.find(id).map(Saved::version).orElse(0L));
    }

    /** @throws Refused naming what a decision cannot be without */
    private static DecisionText text(DecisionDraft draft) {
        var faults = new ArrayList<Refusal.Fault>();
        if (draft.date() == null) {
            faults.add(Refusal.Fault.of("date", WebReason.REQUIRED));
        }
        if (draft.issuer() == null) {
            faults.add(Refusal.Fault.of("issuer", WebReason.REQUIRED));
        }
        if (draft.date() == null || draft.issuer() == null) {
            throw new Refused(Refusal.of(WebReason.INVALID_FIELDS, faults));
        }
        return draft.issued(draft.date(), draft.issuer());
    }
}
