package vn.dvk.registration.write.correctsubject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.subject.Description;
import vn.dvk.registration.domain.subject.RegisterRules;
import vn.dvk.registration.domain.subject.Subject;
import vn.dvk.registration.read.SubjectAnswer;
import vn.dvk.registration.store.Subjects;
import vn.dvk.registration.write.DescriptionBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** What the register says is put right in place: nothing of what it said before stays. */
@RestController
@Tag(name = "Subjects")
class CorrectSubjectController {

    private final Subjects subjects;
    private final Answers answers;

    CorrectSubjectController(Subjects subjects, Answers answers) {
        this.subjects = subjects;
        this.answers = answers;
    }

    @Operation(
            summary = "Put right what the register says of a subject; it shows at once wherever the subject is named",
            description = "What has been printed on a decision stays as printed.")
    @PutMapping("/api/v1/subjects/{id}")
    @Allowed(roles = "'OFFICER', 'REVIEWER'")
    ResponseEntity<?> correct(
            @PathVariable String id, ExpectedVersion expected, @Valid @RequestBody DescriptionBody body) {
        var outcome = expected.handle(version -> correct(id, body.toDescription(), version));
        return answers.ok(outcome, SubjectAnswer::entered);
    }

    private Outcome<Subject> correct(String id, Description is, @Nullable Long version) {
        var kept = subjects.find(id).orElseThrow(() -> new Refused(RegistrationReason.NO_SUBJECT));
        if (version != null && version != kept.version()) {
            return new Outcome.Overtaken<>(kept.version());
        }
        if (RegisterRules.correctable(kept.subject()).orElse(null) instanceof Refusal why) {
            return new Outcome.Refused<>(why);
        }
        if (is.type() != kept.subject().type()) {
            var fault = Fault.of(
                    "type", RegistrationReason.FIELD_FIXED, kept.subject().type());
            return new Outcome.Refused<>(Refusal.of(WebReason.INVALID_FIELDS, List.of(fault)));
        }
        var now = new Subject.Known(id, is);
        if (now.equals(kept.subject())) {
            return new Outcome.Unchanged<>(id, kept.version(), now);
        }
        return subjects.replace(kept, now)
                ? new Outcome.Stored<>(id, kept.version() + 1, now)
                : new Outcome.Overtaken<>(kept.version() + 1);
    }
}
