package vn.dvk.registration.write.rewriteregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.NamedSubjects;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** A draft, or what was returned, is written anew; the programme and a replication stay. */
@RestController
@Tag(name = "Registrations")
class RewriteRegistrationController {

    private final RegistrationCommandHandler registrations;
    private final NamedSubjects subjects;

    RewriteRegistrationController(RegistrationCommandHandler registrations, NamedSubjects subjects) {
        this.registrations = registrations;
        this.subjects = subjects;
    }

    @Operation(summary = "Save a draft, or what was returned; as often as one likes")
    @PutMapping("/api/v1/registrations/{id}")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> rewrite(@PathVariable String id, ExpectedVersion expected, @Valid @RequestBody FormBody body) {
        return registrations.rewrite(id, subjects.named(body, id), expected);
    }
}
