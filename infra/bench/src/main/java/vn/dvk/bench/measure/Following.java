package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import vn.dvk.bench.Measure;
import vn.dvk.bench.Pace;
import vn.dvk.bench.Pairs;
import vn.dvk.bench.Result;
import vn.dvk.bench.Sample;
import vn.dvk.bench.Site;
import vn.dvk.bench.Target;
import vn.dvk.bench.http.Load;
import vn.dvk.bench.http.Load.Command;
import vn.dvk.bench.http.People;

/**
 * M4: from the answer to a command until an open page is told, everything running, at half of what the platform takes in.
 * The bare chain does the same without guarantees, in one process, at the same pace.
 *
 * <p>The k-th model registered is on the page when the page first says that there are k or more.
 */
public final class Following implements Measure {

    private static final int CLIENTS = 16;
    private static final int FASTEST = 600;
    private static final Duration CATCHING_UP = Duration.ofMinutes(3);

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) throws Exception {
        var people = new People(site.address("identity"));
        var registrations = new Registrations(site, people);
        var rest = new Rest(site, people);
        var time = Duration.ofMillis((long) (pace.legSeconds() * 1000));
        say.accept(both("tìm tải", "finding the load"));
        var rate = mostTaken(site, registrations, rest, time) / 2;
        try (var backbone = new Backbone(site);
                var bare = Bare.start(site);
                var page = new OpenPage(site.address("reporting"), "/live?programme=" + Registrations.PROGRAMME)) {
            Site.await(Duration.ofSeconds(30), "the first frame", page::hasFrame);
            var topic = backbone.topic("m4");
            var commands = Commanding.commands("/chain/", people, Commanding.copy(backbone));
            people.put(bare.address(), "xetduyet", "/chain/" + topic, Map.of("what", page.data()));
            try (var barePage = new OpenPage(bare.address(), "/live")) {
                Site.await(Duration.ofSeconds(30), "the bare frame", barePage::hasFrame);
                var pairs = Pairs.measure(
                        pace.pairs(),
                        () -> ours(site, people, registrations, rest, page, rate, time),
                        () -> leg(new Load(bare.address(), CLIENTS), barePage, rate, time, commands),
                        say);
                return List.of(
                        new Result.Ratio(
                                "M4",
                                both("chấp nhận → trang, p99 ở %1$s", "accepted → page, p99 at %1$s")
                                        .formatted(Math.round(rate) + "/s"),
                                Target.atMost(1.5),
                                Sample.P99,
                                "ms",
                                pairs),
                        Result.figure(
                                "M4",
                                both("chấp nhận → trang, p50", "accepted → page, p50"),
                                Target.atMost(25),
                                "ms",
                                pairs.ours(Sample.P50)),
                        Result.figure(
                                "M4",
                                both("chấp nhận → trang, p99", "accepted → page, p99"),
                                Target.atMost(100),
                                "ms",
                                pairs.ours(Sample.P99)));
            }
        }
    }

    /** What is taken in with everything running; the first time only warms up. */
    private static double mostTaken(Site site, Registrations registrations, Rest rest, Duration time) throws Exception {
        var most = 0.0;
        for (var round = 0; round < 2; round++) {
            registrations.select((int) (time.toMillis() / 1000.0 * FASTEST));
            most = new Load(site.address("registration"), CLIENTS)
                    .closed(time, registrations::next)
                    .get(Sample.RATE);
            rest.await(CATCHING_UP);
        }
        return most;
    }

    private static Sample ours(
            Site site, People people, Registrations registrations, Rest rest, OpenPage page, double rate, Duration time)
            throws Exception {
        var needed = (int) (time.toMillis() / 1000.0 * rate) + 1;
        if (registrations.left() < needed) {
            registrations.select(needed - registrations.left());
        }
        rest.await(CATCHING_UP);
        var there = people.get(
                        site.address("reporting"), "xem", "/api/v1/overview?programme=" + Registrations.PROGRAMME)
                .path("registered")
                .path("total")
                .asLong();
        Site.await(CATCHING_UP, "the page", () -> page.total() >= there);
        var load = new Load(site.address("registration"), CLIENTS);
        return leg(load, page, rate, time, registrations::next);
    }

    private static Sample leg(
            Load load, OpenPage page, double rate, Duration time, Function<LongConsumer, Command> commands)
            throws Exception {
        var before = page.total();
        var accepted = Collections.synchronizedList(new ArrayList<Long>());
        Supplier<Command> next = () -> commands.apply(accepted::add);
        var began = System.nanoTime();
        load.open(time, rate, next);
        Site.await(CATCHING_UP, "the page", () -> page.total() >= before + accepted.size());
        var latencies = new Histogram(TimeUnit.MINUTES.toNanos(5), 3);
        var inOrder = accepted.stream().sorted().toList();
        for (var k = 0; k < inOrder.size(); k++) {
            latencies.recordValue(Math.max(0, page.toldOf(before + k + 1) - inOrder.get(k)));
        }
        return Load.sample(latencies, System.nanoTime() - began);
    }
}
