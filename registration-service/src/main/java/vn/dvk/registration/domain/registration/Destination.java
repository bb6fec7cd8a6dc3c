package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;

/**
 * The programme above the one an entry has come to, looked up before deciding.
 *
 * @param programme the one above; null if there is none
 * @param fields    which of its fields each field of the programme below counts as
 * @param theirs    the fields it has now
 * @param combinations which kinds it takes of which subjects; empty: every one of every one
 * @param closedOn  since when it takes nothing new in; null: it is open
 */
public record Destination(
        @Nullable String programme,
        LocalDate from,
        LocalDate to,
        Map<String, String> fields,
        Set<String> theirs,
        List<RegistrationKind> kinds,
        List<SubjectType> subjects,
        List<Combination> combinations,
        @Nullable LocalDate closedOn) {

    /** The programme has none above it. */
    public static final Destination NONE = new Destination(
            null, LocalDate.MIN, LocalDate.MAX, Map.of(), Set.of(), List.of(), List.of(), List.of(), null);

    public Destination {
        fields = Map.copyOf(fields);
        theirs = Set.copyOf(theirs);
        kinds = List.copyOf(kinds);
        subjects = List.copyOf(subjects);
        combinations = List.copyOf(combinations);
    }
}
