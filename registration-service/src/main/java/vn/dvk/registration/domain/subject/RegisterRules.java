package vn.dvk.registration.domain.subject;

import static vn.dvk.registration.domain.RegistrationReason.SUBJECT_ERASED;
import static vn.dvk.registration.domain.RegistrationReason.SUBJECT_HONORED;
import static vn.dvk.registration.domain.RegistrationReason.SUBJECT_OF_ANOTHER_TYPE;
import static vn.dvk.registration.domain.RegistrationReason.SUBJECT_UNKNOWN;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.SubjectType;

/** What may be done with an entry of the register. Each answers with the refusal, or nothing when it may. */
public final class RegisterRules {

    private RegisterRules() {}

    /** Whether a form may name it. */
    public static Optional<Fault> nameable(String id, @Nullable Subject subject, @Nullable SubjectType asked) {
        return switch (subject) {
            case null -> Optional.of(Fault.of("subjectId", SUBJECT_UNKNOWN, id));
            case Subject.Erased _ -> Optional.of(Fault.of("subjectId", SUBJECT_ERASED));
            case Subject.Known known ->
                asked == null || known.type() == asked
                        ? Optional.empty()
                        : Optional.of(Fault.of("subjectId", SUBJECT_OF_ANOTHER_TYPE, known.type(), asked));
        };
    }

    /** Whether it can be put right: what was erased stays so. */
    public static Optional<Refusal> correctable(Subject subject) {
        return switch (subject) {
            case Subject.Known _ -> Optional.empty();
            case Subject.Erased _ -> Optional.of(Refusal.because(SUBJECT_ERASED));
        };
    }

    /**
     * What has been printed on a decision in force is public, and is not taken back by forgetting it.
     *
     * @param honors ids of recognitions and awards in force of the subject
     */
    public static Optional<Refusal> erasable(Subject subject, List<String> honors) {
        return subject instanceof Subject.Erased || honors.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.because(SUBJECT_HONORED, honors.size()));
    }

    /** For a form that names a subject and describes one. */
    public static Fault twice() {
        return Fault.of("person", RegistrationReason.SUBJECT_TWICE);
    }
}
