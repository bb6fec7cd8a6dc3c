package vn.dvk.reporting.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;

/** Entries that continue one another are one model over its whole life. */
class ChainsTest {

    @Test
    void anEntryCountsUnderTheFirstOfItsChain() {
        var chains = new Chains(List.of(link("c", "b"), link("b", "a"), link("z", "unheard-of")));
        assertThat(chains.root("c")).isEqualTo("a");
        assertThat(chains.root("b")).isEqualTo("a");
        assertThat(chains.root("a")).isEqualTo("a");
        assertThat(chains.root("alone")).isEqualTo("alone");
        assertThat(chains.root("z")).as("its card may come later").isEqualTo("unheard-of");
    }

    @Test
    void aRingEnds() {
        var chains = new Chains(List.of(link("a", "b"), link("b", "a")));
        assertThat(chains.root("a")).isIn("a", "b");
    }

    /** A forest of entries, its links told in any order: as many chains as there are trees. */
    @Property(tries = 200)
    void thereAreAsManyAsThereAreFirstOnes(@ForAll long seed) {
        var random = new Random(seed);
        var parents = new HashMap<Integer, Integer>();
        var links = new ArrayList<Group>();
        for (var i = 1; i < 40; i++) {
            if (random.nextInt(3) > 0) {
                var before = random.nextInt(i);
                parents.put(i, before);
                links.add(link("m" + i, "m" + before));
            }
        }
        Collections.shuffle(links, random);
        var asked = new ArrayList<Group>();
        var trees = new HashSet<Integer>();
        for (var i = 0; i < 40; i++) {
            if (random.nextBoolean()) {
                asked.add(new Group(Measure.REGISTERED, Map.of(Dimension.MODEL, "m" + i), 1));
                var first = i;
                while (parents.containsKey(first)) {
                    first = parents.get(first);
                }
                trees.add(first);
            }
        }
        Collections.shuffle(asked, random);

        var counted = new Chains(links).count(asked, UnaryOperator.identity(), false);
        assertThat(counted.stream().mapToLong(Group::count).sum()).isEqualTo(trees.size());
    }

    private static Group link(String model, String earlier) {
        return new Group(Measure.REGISTERED, Map.of(Dimension.MODEL, model, Dimension.CONTINUES, earlier), 1);
    }
}
