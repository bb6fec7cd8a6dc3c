package vn.dvk.awards.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;

/** What is missing of an award: shown and counted, never invented. Named as the fields are in requests and answers. */
public final class Incomplete {

    private Incomplete() {}

    /** @return empty when nothing is */
    public static List<String> of(Day on, DecisionPaper decision) {
        var missing = new ArrayList<String>();
        if (!on.isExact()) {
            missing.add("on");
        }
        if (decision.number() == null) {
            missing.add("decision.number");
        }
        if (!decision.day().isExact()) {
            missing.add("decision.date");
        }
        return List.copyOf(missing);
    }

    /** The same with the money. */
    public static List<String> of(Day on, DecisionPaper decision, @Nullable Long amount) {
        var missing = new ArrayList<>(of(on, decision));
        if (amount == null) {
            missing.add("amount");
        }
        return List.copyOf(missing);
    }
}
