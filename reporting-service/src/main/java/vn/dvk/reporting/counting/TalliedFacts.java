package vn.dvk.reporting.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;

/** What is tallied or remembered is answered from the tally, all else from the facts themselves. */
public record TalliedFacts(Tally tally, FactQueries facts) implements FactQueries {

    @Override
    public List<Group> count(FactQuery query, List<Dimension> by, boolean distinct) {
        if (Tally.answers(query, by, distinct)) {
            return tally.count(query, by);
        }
        return distinct ? tally.models(query, by, () -> facts.count(query, by, true)) : facts.count(query, by, false);
    }

    @Override
    public List<Group> chains(FactQuery query, List<Dimension> by) {
        return facts.chains(query, by);
    }

    @Override
    public List<Fact> find(FactQuery query, @Nullable Place after, int limit) {
        return facts.find(query, after, limit);
    }
}
