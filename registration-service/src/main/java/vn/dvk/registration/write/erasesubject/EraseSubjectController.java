package vn.dvk.registration.write.erasesubject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.subject.RegisterRules;
import vn.dvk.registration.domain.subject.Subject;
import vn.dvk.registration.read.SubjectAnswer;
import vn.dvk.registration.store.SubjectErasure;
import vn.dvk.registration.store.Subjects;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** Somebody is forgotten: the register's entry goes, and every text about them. What was counted stays counted. */
@RestController
@Tag(name = "Subjects")
class EraseSubjectController {

    private final Subjects subjects;
    private final SubjectErasure erasure;
    private final Answers answers;

    EraseSubjectController(Subjects subjects, SubjectErasure erasure, Answers answers) {
        this.subjects = subjects;
        this.erasure = erasure;
        this.answers = answers;
    }

    @Operation(
            summary = "Erase a subject (xóa thông tin): who it was, and the titles and texts of its registrations",
            description = "Refused while a recognition or an award of it is in force, because that is public.")
    @PostMapping("/api/v1/subjects/{id}/erasure")
    @Allowed(roles = "'REVIEWER', 'ADMINISTRATOR'")
    ResponseEntity<?> erase(@PathVariable String id, ExpectedVersion expected, RequestContext context) {
        var outcome = expected.handle(version -> erase(id, version, context));
        return answers.ok(outcome, SubjectAnswer::entered);
    }

    private Outcome<Subject> erase(String id, @Nullable Long version, RequestContext context) {
        var kept = subjects.find(id).orElseThrow(() -> new Refused(RegistrationReason.NO_SUBJECT));
        if (kept.subject() instanceof Subject.Erased) {
            erasure.clear(id);
            return new Outcome.Unchanged<>(id, kept.version(), kept.subject());
        }
        if (version != null && version != kept.version()) {
            return new Outcome.Overtaken<>(kept.version());
        }
        if (RegisterRules.erasable(kept.subject(), erasure.honors(id)).orElse(null) instanceof Refusal why) {
            return new Outcome.Refused<>(why);
        }
        return erasure.erase(kept, context.at(), context.actor())
                ? new Outcome.Stored<>(
                        id,
                        kept.version() + 1,
                        new Subject.Erased(id, kept.subject().type(), context.at(), context.actor()))
                : new Outcome.Overtaken<>(kept.version() + 1);
    }
}
