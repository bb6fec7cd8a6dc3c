package vn.dvk.registration.write.entersubject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.subject.Subject;
import vn.dvk.registration.read.SubjectAnswer;
import vn.dvk.registration.store.Subjects;
import vn.dvk.registration.write.DescriptionBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

/** Somebody is entered in the register before any form names them. */
@RestController
@Tag(name = "Subjects")
class EnterSubjectController {

    private final Subjects subjects;
    private final Answers answers;

    EnterSubjectController(Subjects subjects, Answers answers) {
        this.subjects = subjects;
        this.answers = answers;
    }

    /** The id follows from the key, so that the same request again finds the same entry, put right since or not. */
    @Operation(
            summary = "Enter a person, household or named collective in the subject register",
            description = "A form can as well bring its subject along, in person.")
    @PostMapping("/api/v1/subjects")
    @Allowed(roles = "'OFFICER', 'REVIEWER'")
    ResponseEntity<?> enter(@Valid @RequestBody DescriptionBody body, RequestContext context) {
        var id = DeterministicId.of("subject-entered", String.valueOf(context.key()));
        var is = body.toDescription();
        var began = Subjects.fingerprint(is);
        return answers.created(
                enter(new Subject.Known(id, is), began), "/api/v1/subjects/" + id, SubjectAnswer::entered);
    }

    private Outcome<Subject> enter(Subject.Known subject, String began) {
        if (subjects.create(List.of(subject), began)) {
            return new Outcome.Stored<>(subject.id(), 1, subject);
        }
        var there = subjects.find(subject.id()).orElse(null);
        return there == null
                ? new Outcome.Overtaken<>(0)
                : switch (there.subject()) {
                    case Subject.Erased _ -> new Outcome.Refused<>(Refusal.because(RegistrationReason.SUBJECT_ERASED));
                    case Subject.Known _ ->
                        began.equals(there.began())
                                ? new Outcome.Unchanged<>(subject.id(), there.version(), there.subject())
                                : new Outcome.Refused<>(Refusal.because(RegistrationReason.IDEMPOTENCY_KEY_REUSED));
                };
    }
}
