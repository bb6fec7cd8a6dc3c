package vn.dvk.registration.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry of a kind of subject that a programme takes (loại hình, đối tượng đăng ký): provinces differ in whether
 * a person registers a model or only an exemplar, and in what they call it.
 *
 * @param label what the programme calls it; null: the kind and the subject by their names
 */
public record Combination(
        RegistrationKind kind,
        SubjectType subject,
        @Nullable Label label) {

    /**
     * @param vi in Vietnamese: “Gương điển hình cá nhân”
     * @param en in English; null: the Vietnamese one
     */
    public record Label(String vi, @Nullable String en) {}

    /** Whether it is taken; a programme that lists none takes every kind of every subject. */
    public static boolean areTaken(List<Combination> taken, RegistrationKind kind, SubjectType subject) {
        return taken.isEmpty() || taken.stream().anyMatch(one -> one.kind() == kind && one.subject() == subject);
    }

    /** As a refusal names it. */
    @Override
    public String toString() {
        return kind + " × " + subject;
    }
}
