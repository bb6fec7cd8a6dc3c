package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.Paper;

/** Everything that can be asked about the structure. */
public sealed interface StructureCommand {

    /**
     * Establishes a unit, or corrects its description.
     *
     * @param wrongWords what the vocabularies have against the terms it uses
     */
    record Describe(String code, Profile profile, List<Fault> wrongWords) implements StructureCommand {
        public Describe {
            wrongWords = List.copyOf(wrongWords);
        }

        /** In words that are right. */
        public Describe(String code, Profile profile) {
            this(code, profile, List.of());
        }
    }

    /**
     * @param inTheWay   codes of accepted entries that could not be if it were so: taken up by a unit after its end
     * @param wrongWords what the vocabularies have against the kind it names
     */
    record Reorganize(Succession succession, List<String> inTheWay, List<Fault> wrongWords)
            implements StructureCommand {
        public Reorganize {
            inTheWay = List.copyOf(inTheWay);
            wrongWords = List.copyOf(wrongWords);
        }

        /** In words that are right. */
        public Reorganize(Succession succession, List<String> inTheWay) {
            this(succession, inTheWay, List.of());
        }

        public Reorganize with(List<Fault> wrong) {
            return new Reorganize(succession, inTheWay, wrong);
        }
    }

    /**
     * Tells what one paper orders, act after act; all of it or nothing.
     *
     * @param paper its id, which all acts name
     */
    record Order(String paper, List<Reorganize> acts) implements StructureCommand {
        public Order {
            acts = List.copyOf(acts);
        }
    }

    /**
     * Annuls one act and what followed from it.
     *
     * @param succession its id
     */
    record Annul(
            String succession,
            LocalDate on,
            String reason,
            @Nullable Paper decision) implements StructureCommand {}

    /**
     * Annuls all acts of a paper.
     *
     * @param paper its id
     */
    record AnnulOrder(
            String paper,
            LocalDate on,
            String reason,
            @Nullable Paper decision) implements StructureCommand {}
}
