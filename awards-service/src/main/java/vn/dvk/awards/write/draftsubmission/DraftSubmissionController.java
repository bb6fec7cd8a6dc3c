package vn.dvk.awards.write.draftsubmission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionText;
import vn.dvk.awards.read.SubmissionAnswer;
import vn.dvk.awards.store.SubmissionDrafts;
import vn.dvk.awards.store.SubmissionDrafts.Current;
import vn.dvk.awards.write.SubmissionInput;
import vn.dvk.kit.decide.KitReason;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** Soạn tờ trình. Nobody else is told of it before it is sent. */
@RestController
@Tag(name = "Submissions")
class DraftSubmissionController {

    private static final int ATTEMPTS = 8;

    private final SubmissionDrafts drafts;
    private final Answers answers;

    DraftSubmissionController(SubmissionDrafts drafts, Answers answers) {
        this.drafts = drafts;
        this.answers = answers;
    }

    /** The id follows from the key, and the draft remembers what it was opened with: no key needs to be kept beside it. */
    @Operation(summary = "Open a draft; the unit is enough")
    @PostMapping("/api/v1/submissions")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> open(@Valid @RequestBody SubmissionInput body, RequestContext context) {
        var id = DeterministicId.of("submission", String.valueOf(context.key()));
        return answers.created(open(id, body.text()), "/api/v1/submissions/" + id, SubmissionAnswer::of);
    }

    private Outcome<Current> open(String id, SubmissionText text) {
        if (drafts.current(id).isPresent()) {
            return drafts.open(id, text)
                    .<Outcome<Current>>map(there -> new Outcome.Unchanged<>(id, there.version(), there))
                    .orElseGet(DraftSubmissionController::reused);
        }
        return drafts.open(id, text)
                .<Outcome<Current>>map(there -> new Outcome.Stored<>(id, there.version(), there))
                .orElseGet(DraftSubmissionController::reused);
    }

    private static Outcome<Current> reused() {
        return new Outcome.Refused<>(Refusal.because(KitReason.KEY_REUSED));
    }

    @Operation(summary = "Save a draft, or what was returned; as often as one likes")
    @PutMapping("/api/v1/submissions/{id}")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> save(
            @PathVariable String id, @Valid @RequestBody SubmissionInput body, ExpectedVersion expected) {
        return answers.ok(save(id, body.text(), expected), SubmissionAnswer::of);
    }

    @Operation(summary = "Throw a draft away that was never sent")
    @DeleteMapping("/api/v1/submissions/{id}")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> discard(@PathVariable String id, ExpectedVersion expected) {
        return switch (gone(id, expected)) {
            case Outcome.Stored<Current> _ -> ResponseEntity.noContent().build();
            case Outcome<Current> other -> answers.ok(other, SubmissionAnswer::of);
        };
    }

    private Outcome<Current> gone(String id, ExpectedVersion expected) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var current = drafts.current(id).orElseThrow(() -> new Refused(AwardsReason.SUBMISSION_UNKNOWN, id));
            if (!expected.admits(current.version())) {
                return new Outcome.Overtaken<>(current.version());
            }
            if (current.sent() != null) {
                return new Outcome.Refused<>(
                        Refusal.because(AwardsReason.NOT_A_DRAFT, current.sent().sentOn()));
            }
            if (drafts.discard(current)) {
                return new Outcome.Stored<>(id, current.version(), current);
            }
        }
        return new Outcome.Overtaken<>(drafts.current(id).map(Current::version).orElse(0L));
    }

    private Outcome<Current> save(String id, SubmissionText text, ExpectedVersion expected) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var current = drafts.current(id).orElseThrow(() -> new Refused(AwardsReason.SUBMISSION_UNKNOWN, id));
            if (!expected.admits(current.version())) {
                return new Outcome.Overtaken<>(current.version());
            }
            if (current.sent() != null && current.sent().stage() != Submission.Stage.RETURNED) {
                return new Outcome.Refused<>(Refusal.because(
                        AwardsReason.ALREADY_SENT, current.sent().sentOn()));
            }
            if (text.equals(current.text())) {
                return new Outcome.Unchanged<>(id, current.version(), current);
            }
            if (drafts.save(current, text)) {
                var saved = new Current(id, current.version() + 1, current.streamVersion(), current.sent(), text);
                return new Outcome.Stored<>(id, saved.version(), saved);
            }
        }
        return new Outcome.Overtaken<>(drafts.current(id).map(Current::version).orElse(0L));
    }
}
