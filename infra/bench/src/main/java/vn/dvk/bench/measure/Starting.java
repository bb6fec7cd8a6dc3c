package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.dvk.bench.Measure;
import vn.dvk.bench.Pace;
import vn.dvk.bench.Pairs;
import vn.dvk.bench.Result;
import vn.dvk.bench.Sample;
import vn.dvk.bench.Site;
import vn.dvk.bench.Target;

/** M6: from the start of the process until it serves, with the ahead-of-time cache and without. */
public final class Starting implements Measure {

    private static final String SECONDS = "seconds";

    private final Anew anew;

    public Starting(Anew anew) {
        this.anew = anew;
    }

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) {
        var results = new ArrayList<Result>();
        for (var service : pace.services()) {
            say.accept(service);
            var pairs = Pairs.measureWarm(
                    pace.longPairs(),
                    () -> seconds(anew.start(service, UnaryOperator.identity())),
                    () -> seconds(anew.start(service, Anew::withoutCache)),
                    say);
            results.add(new Result.Ratio(
                    "M6",
                    both("khởi động %1$s, có bộ đệm AOT ÷ không", "start of %1$s, with AOT cache ÷ without")
                            .formatted(service),
                    Target.atMost(0.40),
                    SECONDS,
                    "s",
                    pairs));
        }
        return results;
    }

    private static Sample seconds(Anew.Started started) {
        try (started) {
            return Sample.of(SECONDS, started.nanos() / 1e9);
        }
    }
}
