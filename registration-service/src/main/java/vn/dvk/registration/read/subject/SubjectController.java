package vn.dvk.registration.read.subject;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.bson.Document;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.read.Privacy;
import vn.dvk.registration.read.SubjectAnswer;
import vn.dvk.registration.store.EntriesOfSubjects;
import vn.dvk.registration.store.Subjects;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One subject, and what is registered of it, in whichever units and programmes. */
@RestController
@Tag(name = "Subjects")
class SubjectController {

    private final Subjects subjects;
    private final EntriesOfSubjects entries;

    SubjectController(Subjects subjects, EntriesOfSubjects entries) {
        this.subjects = subjects;
        this.entries = entries;
    }

    /** @param registrations what has been submitted of it, by code */
    record SubjectBody(@JsonUnwrapped SubjectAnswer subject, List<EntryOfSubject> registrations) {}

    /** A registration of the subject, briefly. */
    record EntryOfSubject(String id, String code, String programme, String unit, String state, boolean recognized) {

        static EntryOfSubject of(Document document) {
            var view = document.get("view", Document.class);
            return new EntryOfSubject(
                    document.getString("_id"),
                    view.getString("code"),
                    view.getString("programme"),
                    view.getString("unit"),
                    view.getString("state"),
                    view.containsKey("recognized"));
        }
    }

    @Operation(
            summary = "A subject and its registrations; birth date and sex for officers and reviewers only",
            description = "Of one that was erased: when, and no more. Its titles are with the awards service.")
    @GetMapping("/api/v1/subjects/{id}")
    ResponseEntity<SubjectBody> subject(@PathVariable String id, WebRequest request) {
        var kept = subjects.find(id).orElseThrow(() -> new Refused(RegistrationReason.NO_SUBJECT));
        return ResponseEntity.ok()
                .eTag(new ETag(kept.version()).toString())
                .body(new SubjectBody(
                        Privacy.of(request).shown(kept),
                        entries.of(id).stream().map(EntryOfSubject::of).toList()));
    }
}
