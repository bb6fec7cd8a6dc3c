package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/** Everything that can be asked about the structure. */
public sealed interface StructureCommand {

    /** Establishes a unit, or corrects its description. */
    record Describe(String code, Profile profile) implements StructureCommand {}

    /** @param inTheWay codes of accepted entries that could not be if it were so: taken up by a unit after its end */
    record Reorganize(Succession succession, List<String> inTheWay) implements StructureCommand {
        public Reorganize {
            inTheWay = List.copyOf(inTheWay);
        }
    }

    /** @param succession its id */
    record Annul(
            String succession,
            LocalDate on,
            String reason,
            @Nullable Paper decision) implements StructureCommand {}
}
