package vn.dvk.bench;

import static vn.dvk.bench.Words.both;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dvk.bench.Wish.Id;
import vn.dvk.bench.measure.Anew;
import vn.dvk.bench.measure.Commanding;
import vn.dvk.bench.measure.FanningOut;
import vn.dvk.bench.measure.Following;
import vn.dvk.bench.measure.LiveHeap;
import vn.dvk.bench.measure.Projecting;
import vn.dvk.bench.measure.Publishing;
import vn.dvk.bench.measure.Rebuilding;
import vn.dvk.bench.measure.Starting;
import vn.dvk.bench.measure.Whole;

/** Measures in three stages, each on as little as it needs: broker and store; one service and no readers; everything. */
final class Bench {

    private final Site site;
    private final Wish wish;
    private final Pace pace;
    private final Consumer<String> say;
    private final List<Result> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Bench(Site site, Wish wish, Consumer<String> say) {
        this.site = site;
        this.wish = wish;
        this.pace = wish.quick() ? Pace.QUICK : Pace.FULL;
        this.say = say;
    }

    void run() throws Exception {
        site.clear();
        onBackbone();
        onOneService();
        onEverything();
    }

    List<Result> results() {
        return results;
    }

    /** What could not be measured, and why. */
    List<String> failures() {
        return failures;
    }

    private void onBackbone() throws Exception {
        if (wants(Id.M1, Id.M2)) {
            site.up("backbone");
            measure(Id.M1, new Publishing());
            measure(Id.M2, new Projecting());
            site.clear();
        }
    }

    private void onOneService() throws Exception {
        if (wants(Id.M10)) {
            site.up("backbone", "identity", "registration");
            measure(Id.M10, new Commanding());
            site.clear();
        }
    }

    private void onEverything() throws Exception {
        if (wants(Id.M3, Id.M4, Id.M5, Id.M6, Id.M7)) {
            say.accept(both("khởi động tất cả", "starting everything"));
            results.add(Whole.start(site.up()));
            if (!wish.quick()) {
                say.accept("Nghệ An");
                results.add(Whole.ngheAn(site));
            }
            Whole.load(site, pace, say);
            measure(Id.M4, new Following());
            measure(Id.M5, new FanningOut());
            measure(Id.M3, new Rebuilding());
            if (wants(Id.M7)) {
                results.addAll(Whole.memory(site));
            }
            var anew = new Anew(site);
            measure(Id.M6, new Starting(anew));
            measure(Id.M7, new LiveHeap(anew));
            site.clear();
        }
    }

    private boolean wants(Id... ids) {
        return Set.of(ids).stream().anyMatch(wish.ids()::contains);
    }

    /** One that fails is said at the end; the others go on. */
    private void measure(Id id, Measure measure) throws Exception {
        if (wants(id)) {
            try {
                results.addAll(measure.run(site, pace, line -> say.accept(id + " " + line)));
            } catch (CannotMeasure e) {
                failed(id, e.getMessage());
            } catch (IOException | RuntimeException e) {
                failed(id, e.toString());
            }
        }
    }

    private void failed(Id id, @Nullable String why) {
        failures.add(id + ": " + why);
        say.accept(failures.getLast());
    }
}
