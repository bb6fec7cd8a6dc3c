package vn.dvk.registration.read;

import org.springframework.web.context.request.WebRequest;
import vn.dvk.registration.domain.subject.Subject;
import vn.dvk.registration.store.Subjects;

/** A person's birth date and sex are for those who work on forms, officers and reviewers; the others read without. */
public final class Privacy {

    private final boolean cleared;

    private Privacy(boolean cleared) {
        this.cleared = cleared;
    }

    public static Privacy of(WebRequest request) {
        return new Privacy(request.isUserInRole("OFFICER") || request.isUserInRole("REVIEWER"));
    }

    public SubjectAnswer shown(Subjects.Kept kept) {
        return SubjectAnswer.of(shown(kept.subject()), kept.version());
    }

    private Subject shown(Subject subject) {
        return switch (subject) {
            case Subject.Known(var id, var is) when !cleared -> new Subject.Known(id, is.withoutPrivateParts());
            case Subject.Known _, Subject.Erased _ -> subject;
        };
    }
}
