package vn.dvk.reporting.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;

/** The two questions everything is answered from: how many, in groups, and which ones. */
public interface FactQueries {

    /**
     * @param measure the group's measure
     * @param key     the group's dimensions; one that its facts do not have is absent
     */
    record Group(Measure measure, Map<Dimension, String> key, long count) {
        public Group {
            key = Map.copyOf(key);
        }
    }

    /** A fact's place in a list ordered by business date and id; the list goes on behind it. */
    record Place(LocalDate on, String id) {}

    /**
     * Counts per measure and per combination of dimensions; no group is empty.
     *
     * @param distinct count models instead of facts
     */
    List<Group> count(FactQuery query, List<Dimension> by, boolean distinct);

    /**
     * Counts distinct models as {@link #count} does, where those that continue one another are one: a model counts under the
     * first of its chain, as far as is known.
     */
    default List<Group> chains(FactQuery query, List<Dimension> by) {
        var chains = new Chains(count(query.links(), List.of(Dimension.MODEL, Dimension.CONTINUES), false));
        var withModel = Stream.concat(by.stream(), Stream.of(Dimension.MODEL))
                .distinct()
                .toList();
        return chains.count(count(query, withModel, false), UnaryOperator.identity(), by.contains(Dimension.MODEL));
    }

    /** Ordered by business date, then id. */
    List<Fact> find(FactQuery query, @Nullable Place after, int limit);
}
