package vn.dvk.registration.write.draftregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.store.Drafts;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.NamedSubjects;
import vn.dvk.registration.write.RegistrationAnswer;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

/** A unit begins a form; gaps are filled later. */
@RestController
@Tag(name = "Registrations")
class DraftRegistrationController {

    private final RegistrationCommandHandler commands;
    private final Drafts drafts;
    private final NamedSubjects subjects;
    private final Answers answers;

    DraftRegistrationController(
            RegistrationCommandHandler commands, Drafts drafts, NamedSubjects subjects, Answers answers) {
        this.commands = commands;
        this.drafts = drafts;
        this.subjects = subjects;
        this.answers = answers;
    }

    /**
     * The registration's id follows from the key, so that the same request again finds the same draft. The draft itself
     * remembers the form it began with, for ever: no key needs to be kept beside it.
     */
    @Operation(summary = "Open a draft; programme, unit and name are enough")
    @PostMapping("/api/v1/registrations")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> draft(@Valid @RequestBody FormBody body, RequestContext context) {
        commands.conditions(body.programme(), List.of());
        var id = DeterministicId.of("registration", String.valueOf(context.key()));
        var written = subjects.named(body, id);
        subjects.enter(List.of(written));
        var outcome = Drafts.again(drafts.open(id, written.begun()), written.began());
        return answers.created(outcome, "/api/v1/registrations/" + id, RegistrationAnswer.with(outcome));
    }
}
