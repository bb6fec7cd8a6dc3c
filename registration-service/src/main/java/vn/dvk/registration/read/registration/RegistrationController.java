package vn.dvk.registration.read.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.registration.Completeness;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Proposal;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationEvent.Forwarded;
import vn.dvk.registration.domain.subject.Subject;
import vn.dvk.registration.read.Privacy;
import vn.dvk.registration.read.SubjectAnswer;
import vn.dvk.registration.store.ConditionsLookup;
import vn.dvk.registration.store.Drafts;
import vn.dvk.registration.store.PrivateTexts;
import vn.dvk.registration.store.Subjects;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One registration: its form, where it stands, and what would keep it from being submitted. */
@RestController
@Tag(name = "Registrations")
class RegistrationController {

    private final Drafts drafts;
    private final PrivateTexts texts;
    private final Subjects subjects;
    private final ConditionsLookup conditions;

    RegistrationController(Drafts drafts, PrivateTexts texts, Subjects subjects, ConditionsLookup conditions) {
        this.drafts = drafts;
        this.texts = texts;
        this.subjects = subjects;
        this.conditions = conditions;
    }

    /**
     * @param person     its subject, as the register has it; the form names it by id
     * @param recognized as far as awards has told
     * @param proposal   what waits for a reviewer
     * @param forwarded  the programmes above that count it too
     * @param asKnown    dates that are known by month or year only, as people say them: {@code 2018}, {@code 10/2019}; the
     *                   day beside it is the one they count by
     * @param incomplete what a historic programme's papers do not tell
     * @param resources  what the form's resources come to, in đồng and in working days
     * @param missing    fields that would have to be filled before it can be submitted
     */
    record RegistrationBody(
            String id,
            String code,
            Registration.Stage state,
            long version,
            Form form,
            @Nullable SubjectAnswer person,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate selectedOn,
            @Nullable LocalDate registeredOn,
            @Nullable KnownPaper approval,
            @Nullable String reason,
            boolean recognized,
            @Nullable Proposal proposal,
            List<Forwarded> forwarded,
            Map<String, String> asKnown,
            List<String> incomplete,
            Map<Form.Resource.Measure, BigDecimal> resources,
            List<String> missing) {}

    @Operation(summary = "A registration, and what it still lacks")
    @GetMapping("/api/v1/registrations/{id}")
    ResponseEntity<RegistrationBody> registration(@PathVariable String id, WebRequest request) {
        var found = drafts.current(id).orElseThrow(() -> Refused.notFound("registration", id));
        return ResponseEntity.ok()
                .eTag(new ETag(found.version()).toString())
                .body(body(found.state(), found.version(), Privacy.of(request)));
    }

    /** A collective's costs no more than its own read. What was erased is not shown, should a text still be there. */
    private RegistrationBody body(Registration.Known state, long version, Privacy privacy) {
        var id = state.form().subjectId();
        var person = id == null ? null : subjects.find(id).orElse(null);
        var known = person != null && person.subject() instanceof Subject.Erased ? state : texts.whole(state);
        var gates = known.gates();
        return new RegistrationBody(
                known.id(),
                known.code(),
                known.stage(),
                version,
                known.form(),
                person == null ? null : privacy.shown(person),
                gates.submittedOn(),
                gates.selectedOn(),
                gates.registeredOn(),
                gates.approval(),
                known.lastReason(),
                known.since().isRecognized(),
                known.since().proposal(),
                known.since().forwarded(),
                gates.asKnown(),
                gates.incomplete(),
                known.form().resourcesInAll(),
                Completeness.missing(known.form(), required(known)).stream()
                        .map(Refusal.Fault::field)
                        .toList());
    }

    /** Only while it can still be submitted. */
    private List<String> required(Registration.Known known) {
        return switch (known.stage()) {
            case DRAFT, RETURNED -> conditions.required(known.form().programme());
            case SUBMITTED, SELECTED, NOT_APPROVED, REGISTERED, WITHDRAWN, VOIDED -> List.of();
        };
    }
}
