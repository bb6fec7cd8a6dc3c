package vn.dvk.reporting.counting;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;

/** The replica where it is up to date, the read store itself where it is not. */
public final class FreshestFacts implements FactQueries {

    private final Supplier<@Nullable FactQueries> replica;
    private final FactQueries readStore;

    public FreshestFacts(Supplier<@Nullable FactQueries> replica, FactQueries readStore) {
        this.replica = replica;
        this.readStore = readStore;
    }

    private FactQueries now() {
        var current = replica.get();
        return current == null ? readStore : current;
    }

    @Override
    public List<Group> count(FactQuery query, List<Dimension> by, boolean distinct) {
        return now().count(query, by, distinct);
    }

    @Override
    public List<Fact> find(FactQuery query, @Nullable Place after, int limit) {
        return now().find(query, after, limit);
    }
}
