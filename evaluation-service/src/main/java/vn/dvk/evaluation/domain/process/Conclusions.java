package vn.dvk.evaluation.domain.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conclusions of one model: a programme with two appraisals has two, and any of them may be made void.
 *
 * @param standing those that count, in the order in which they were drawn
 * @param drawn    how many there ever were, the void ones included
 * @param voided   why the last one became void, as long as none has been drawn since
 */
public record Conclusions(
        List<Conclusion> standing, int drawn, @Nullable Voiding voided) {

    static final Conclusions NONE = new Conclusions(List.of(), 0, null);

    public Conclusions {
        standing = List.copyOf(standing);
    }

    /** The one that counts; null where there is none. */
    @Nullable
    Conclusion last() {
        return standing.isEmpty() ? null : standing.getLast();
    }

    /** The number of the next one: numbers are never used again, so a void conclusion keeps its own. */
    String nextId() {
        return Integer.toString(drawn + 1);
    }

    Optional<Conclusion> completing(String step) {
        return standing.stream().filter(one -> step.equals(one.step())).findFirst();
    }

    Conclusions with(Conclusion one) {
        var all = new ArrayList<>(standing);
        all.add(one);
        return new Conclusions(all, drawn + 1, null);
    }

    Conclusions without(String id, Voiding why) {
        return new Conclusions(
                standing.stream().filter(one -> !one.id().equals(id)).toList(), drawn, why);
    }
}
