package vn.dvk.registration.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.subject.Subject;

/**
 * A subject, as answers show it.
 *
 * @param head      of a household
 * @param birthDate only for officers and reviewers
 * @param sex       as the birth date
 * @param erased    when it was erased: then nothing is said of who it was
 */
public record SubjectAnswer(
        String id,
        SubjectType type,
        long version,
        @Nullable String name,
        @Nullable String head,
        @Nullable String post,
        @Nullable String unit,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable Instant erased) {

    public static SubjectAnswer of(Subject subject, long version) {
        return switch (subject) {
            case Subject.Known(var id, var is) ->
                new SubjectAnswer(
                        id,
                        is.type(),
                        version,
                        is.name(),
                        is.head(),
                        is.post(),
                        is.unit(),
                        is.birthDate(),
                        is.sex(),
                        null);
            case Subject.Erased(var id, var type, var at, var _) ->
                new SubjectAnswer(id, type, version, null, null, null, null, null, null, at);
        };
    }

    /** What a command answers with: {@code {"id", "type"}}, and {@code "erased"} if it was. */
    public static Map<String, ?> entered(Subject subject) {
        return switch (subject) {
            case Subject.Known(var id, var is) -> Map.of("id", id, "type", is.type());
            case Subject.Erased(var id, var type, var at, var _) -> Map.of("id", id, "type", type, "erased", at);
        };
    }
}
