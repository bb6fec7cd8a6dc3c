package vn.dvk.registration.domain.term;

import java.util.List;
import vn.dvk.kit.decide.Refusal.Fault;

/** Everything that can be asked about a term. */
public sealed interface TermCommand {

    /**
     * Establishes it, changes it or ends it: all that is said of it.
     *
     * @param faults what the directory has against it
     */
    record Describe(String vocabulary, String code, Definition definition, List<Fault> faults) implements TermCommand {
        public Describe {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The same, said by the set that is shipped.
     *
     * @param set   its number; a later set has a higher one, and all terms of the earlier ones
     * @param terms how many of the vocabulary it has
     */
    record Ship(String vocabulary, String code, Definition definition, int set, int terms) implements TermCommand {}
}
