package vn.dvk.awards.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing of an award: shown and counted, never invented. Named as the fields are in requests and answers. */
public final class Incomplete {

    private Incomplete() {}

    /** @return empty when nothing is */
    public static List<String> of(DecisionPaper decision, @Nullable Long amount, @Nullable String amountBasis) {
        var missing = new ArrayList<String>();
        if (decision.number() == null) {
            missing.add("decision.number");
        }
        if (amount == null) {
            missing.add("amount");
        } else if (amountBasis == null) {
            missing.add("amountBasis");
        }
        return List.copyOf(missing);
    }
}
