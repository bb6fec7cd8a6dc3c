package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/** Everything that can happen to the structure: the units of an installation and who is above whom. */
public sealed interface StructureEvent {

    /** A unit was established, or its description was wrong; that is no reorganization, it has no date. */
    record Described(String code, Profile profile) implements StructureEvent {}

    record Reorganized(Succession succession) implements StructureEvent {}

    /**
     * A reorganization never was: the paper was void, or it was told by mistake.
     *
     * @param succession its id
     * @param on         the day on which that was found
     * @param decision   the paper that says so, if there is one
     */
    record Annulled(
            String succession,
            LocalDate on,
            String reason,
            @Nullable Paper decision) implements StructureEvent {}
}
