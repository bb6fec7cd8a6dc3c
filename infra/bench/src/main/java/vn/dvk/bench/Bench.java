package vn.dvk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.dvk.bench.Wish.Id;
import vn.dvk.bench.measure.Projecting;
import vn.dvk.bench.measure.Publishing;

/** Measures in three stages, each on as little as it needs: broker and store; one service and no readers; everything. */
final class Bench {

    private final Site site;
    private final Wish wish;
    private final Pace pace;
    private final Consumer<String> say;
    private final List<Result> results = new ArrayList<>();

    Bench(Site site, Wish wish, Consumer<String> say) {
        this.site = site;
        this.wish = wish;
        this.pace = wish.quick() ? Pace.QUICK : Pace.FULL;
        this.say = say;
    }

    List<Result> run() throws Exception {
        site.clear();
        if (wants(Id.M1, Id.M2)) {
            site.up("backbone");
            measure(Id.M1, new Publishing());
            measure(Id.M2, new Projecting());
            site.clear();
        }
        return results;
    }

    private boolean wants(Id... ids) {
        return Set.of(ids).stream().anyMatch(wish.ids()::contains);
    }

    private void measure(Id id, Measure measure) throws Exception {
        if (wants(id)) {
            results.addAll(measure.run(site, pace, line -> say.accept(id + " " + line)));
        }
    }
}
