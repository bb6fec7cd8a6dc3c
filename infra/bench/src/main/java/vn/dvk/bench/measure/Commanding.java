package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.bson.Document;
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
 * M10: single commands, from HTTP to durable, nobody reading. The bare one reads a copy of the same document and updates
 * it under a guard, behind the same HTTP server and the same check of tokens.
 */
public final class Commanding implements Measure {

    private static final List<Integer> CLIENTS = List.of(1, 8, 16);
    private static final int MOST = 16;

    /** Commands in a registration's life, and how many a second we are prepared for. */
    private static final int STEPS = 3;

    private static final int FASTEST = 1_500;

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) throws Exception {
        var people = new People(site.address("identity"));
        var registrations = new Registrations(site, people);
        registrations.prepareProgramme();
        var time = Duration.ofMillis((long) (pace.legSeconds() * 1000));
        ours(site, registrations, people, MOST, time);
        try (var backbone = new Backbone(site);
                var bare = Bare.start(site)) {
            var bareCommands = commands("/command/", people, copy(backbone));
            var results = new ArrayList<Result>();
            var most = 0.0;
            for (var clients : CLIENTS) {
                say.accept(both("%1$d máy khách", "%1$d client(s)").formatted(clients));
                var pairs = Pairs.measure(
                        clients == MOST ? pace.pairs() : pace.longPairs(),
                        () -> ours(site, registrations, people, clients, time),
                        () -> new Load(bare.address(), clients).closed(time, () -> bareCommands.apply(_ -> {})),
                        say);
                var ratio = new Result.Ratio(
                        "M10",
                        both("lệnh đơn, %1$d máy khách", "single commands, %1$d client(s)")
                                .formatted(clients),
                        Target.atLeast(0.80),
                        Sample.RATE,
                        "/s",
                        pairs);
                results.add(ratio);
                if (clients == MOST) {
                    most = ratio.ours();
                    results.add(Result.figure(
                            "M10",
                            both("lệnh đơn mỗi giây, 16 máy khách", "single commands a second, 16 clients"),
                            Target.atLeast(500),
                            "/s",
                            pairs.ours(Sample.RATE)));
                }
            }
            say.accept(both("nửa tải", "half load"));
            results.add(Result.figure(
                    "M10",
                    both("p99 ở nửa tải đó", "p99 at half of that"),
                    Target.atMost(100),
                    "ms",
                    halfLoad(site, registrations, people, most / 2, pace, time)));
            backbone.database().drop();
            return results;
        }
    }

    private static Sample ours(Site site, Registrations registrations, People people, int clients, Duration time)
            throws Exception {
        prepare(registrations, people, time);
        return new Load(site.address("registration"), clients).closed(time, registrations::next);
    }

    private static List<Double> halfLoad(
            Site site, Registrations registrations, People people, double rate, Pace pace, Duration time)
            throws Exception {
        var p99 = new ArrayList<Double>();
        for (var i = 0; i < pace.pairs(); i++) {
            prepare(registrations, people, time);
            p99.add(new Load(site.address("registration"), MOST)
                    .open(time, rate, registrations::next)
                    .get(Sample.P99));
        }
        return p99;
    }

    private static void prepare(Registrations registrations, People people, Duration time) {
        people.signInAgain();
        var needed = (int) (time.toMillis() / 1000.0 * FASTEST / STEPS);
        if (registrations.left() < needed) {
            registrations.draft(needed - registrations.left());
        }
    }

    /** Streams as the service has written them, submitted at least, in a collection of nobody's. */
    static List<String> copy(Backbone backbone) {
        var from = backbone.database("dvk_registration").getCollection("registrations");
        MongoCollection<Document> to = backbone.database().getCollection("bare");
        to.drop();
        var streams = from.find(new Document("version", new Document("$gte", 1)))
                .limit(1_000)
                .into(new ArrayList<>());
        streams.forEach(stream -> stream.put(
                "outbox", List.of(Events.entry(stream.getString("_id"), 1).toDocument())));
        to.insertMany(streams);
        return streams.stream().map(stream -> stream.getString("_id")).toList();
    }

    /** One after the other, and again from the first. */
    static Function<LongConsumer, Command> commands(String path, People people, List<String> ids) {
        var next = new AtomicLong();
        return accepted -> new Command(
                "POST",
                path + ids.get((int) (next.getAndIncrement() % ids.size())),
                people.headers("xetduyet", "key"),
                "{\"on\": \"2024-03-05\"}",
                accepted);
    }
}
