package vn.dvk.reporting.counting;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;

/** The replica where it is up to date, the read store itself where it is not or where the replica fails. */
public final class FreshestFacts implements FactQueries {

    private static final Logger LOG = LoggerFactory.getLogger(FreshestFacts.class);

    private final Supplier<@Nullable FactQueries> replica;
    private final Runnable failed;
    private final FactQueries readStore;

    /** @param failed is told when the replica could not answer */
    public FreshestFacts(Supplier<@Nullable FactQueries> replica, Runnable failed, FactQueries readStore) {
        this.replica = replica;
        this.failed = failed;
        this.readStore = readStore;
    }

    private <T> T ask(Function<FactQueries, T> question) {
        var current = replica.get();
        if (current != null) {
            try {
                return question.apply(current);
            } catch (DuckFacts.Failed e) {
                LOG.error("The replica has failed and is made anew: {}", e.toString());
                failed.run();
            }
        }
        return question.apply(readStore);
    }

    @Override
    public List<Group> count(FactQuery query, List<Dimension> by, boolean distinct) {
        return ask(facts -> facts.count(query, by, distinct));
    }

    @Override
    public List<Group> chains(FactQuery query, List<Dimension> by) {
        return ask(facts -> facts.chains(query, by));
    }

    @Override
    public List<Fact> find(FactQuery query, @Nullable Place after, int limit) {
        return ask(facts -> facts.find(query, after, limit));
    }
}
