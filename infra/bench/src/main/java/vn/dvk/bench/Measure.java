package vn.dvk.bench;

import java.util.List;
import java.util.function.Consumer;

/** One line of the targets: a pair of loops, and what is to be said of them. */
@FunctionalInterface
public interface Measure {

    List<Result> run(Site site, Pace pace, Consumer<String> say) throws Exception;
}
