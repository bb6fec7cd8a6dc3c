package vn.dvk.registration.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.NewValues;
import vn.dvk.registration.domain.subject.RegisterRules;
import vn.dvk.registration.domain.subject.Subject;
import vn.dvk.registration.store.Drafts;
import vn.dvk.registration.store.EntriesOfSubjects;
import vn.dvk.registration.store.Subjects;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/**
 * The subjects that forms name, by id or by saying who it is. A form that does neither, as most collectives', costs no
 * read and no write.
 */
@Component
public class NamedSubjects {

    private static final int ATTEMPTS = 8;

    private final Subjects subjects;
    private final EntriesOfSubjects entries;

    NamedSubjects(Subjects subjects, EntriesOfSubjects entries) {
        this.subjects = subjects;
        this.entries = entries;
    }

    /**
     * A form that names its subject by id.
     *
     * @param implied the subject that the request describes; its id follows from the registration's, so that a repeated
     *                request makes no second one
     * @param why     why the form may not name it, or null
     */
    public record Named(
            Form form,
            Subject.@Nullable Known implied,
            @Nullable Refusal why) {

        public String began() {
            return Drafts.fingerprint(form, implied == null ? null : implied.is());
        }

        public Drafts.Begun begun() {
            return new Drafts.Begun(form, began());
        }
    }

    /** @throws Refused if the form may not name its subject */
    public Named named(FormBody body, String registration) {
        var named = named(List.of(body), List.of(registration)).getFirst();
        if (named.why() instanceof Refusal why) {
            throw new Refused(why);
        }
        return named;
    }

    /** The same for many, in one read, or none. */
    public List<Named> named(List<FormBody> bodies, List<String> registrations) {
        var known = subjects.find(bodies.stream()
                .map(FormBody::subjectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var named = new ArrayList<Named>();
        for (var i = 0; i < bodies.size(); i++) {
            named.add(named(bodies.get(i), registrations.get(i), known));
        }
        return named;
    }

    private static Named named(FormBody body, String registration, Map<String, Subjects.Kept> known) {
        var form = body.toForm();
        var person = body.person();
        if (person == null) {
            return new Named(form, null, refused(fault(form.subjectId(), form.subject(), known)));
        }
        if (body.subjectId() != null) {
            return new Named(form, null, refused(Optional.of(RegisterRules.twice())));
        }
        var id = DeterministicId.of("subject", registration);
        var type = form.subject() == null ? SubjectType.INDIVIDUAL : form.subject();
        return new Named(form.withSubject(id), new Subject.Known(id, person.describes(type, form.unit())), null);
    }

    private static Optional<Fault> fault(
            @Nullable String id, @Nullable SubjectType asked, Map<String, Subjects.Kept> known) {
        var kept = id == null ? null : known.get(id);
        return id == null ? Optional.empty() : RegisterRules.nameable(id, kept == null ? null : kept.subject(), asked);
    }

    private static @Nullable Refusal refused(Optional<Fault> fault) {
        return fault.map(one -> Refusal.of(WebReason.INVALID_FIELDS, List.of(one)))
                .orElse(null);
    }

    /** @throws Refused if a correction or change names a subject that it may not name */
    public void check(NewValues values, Form form) {
        var id = values.subjectId();
        if (id != null) {
            var type = values.subject() == null ? form.subject() : values.subject();
            if (refused(fault(id, type, subjects.find(List.of(id)))) instanceof Refusal why) {
                throw new Refused(why);
            }
        }
    }

    /** Enters those that are described and not there yet, before anything names them: one write, or none. */
    public void enter(Collection<Named> written) {
        var fresh =
                written.stream().map(Named::implied).filter(Objects::nonNull).toList();
        if (!fresh.isEmpty()) {
            subjects.create(fresh, null);
        }
    }

    /** Enters what a draft says of its subject, or puts it right, as long as nobody else names that subject. */
    Optional<Refusal> describe(Subject.@Nullable Known implied, String registration) {
        if (implied == null) {
            return Optional.empty();
        }
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var kept = subjects.find(implied.id()).orElse(null);
            if (kept == null) {
                if (subjects.create(List.of(implied), null)) {
                    return Optional.empty();
                }
            } else if (implied.equals(kept.subject())) {
                return Optional.empty();
            } else if (RegisterRules.correctable(kept.subject()).orElse(null) instanceof Refusal why) {
                return Optional.of(why);
            } else if (entries.anotherNames(implied.id(), registration)) {
                return Optional.of(Refusal.because(RegistrationReason.SUBJECT_SHARED));
            } else if (subjects.replace(kept, implied)) {
                return Optional.empty();
            }
        }
        return Optional.of(Refusal.because(WebReason.TOO_BUSY));
    }
}
