package vn.dvk.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.reporting.counting.DuckFacts;
import vn.dvk.reporting.counting.FactQueries;
import vn.dvk.reporting.counting.FactQuery;
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.counting.MongoFacts;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.events.ConsumedTypes;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.running.Model;
import vn.dvk.spec.Backbone;

/**
 * What other cards say of a fact reaches it whatever comes first: a replication before its model, a correction before the
 * award that it is about. The replica that follows card by card, one that is loaded afterwards and the read store all agree,
 * and with what comes of the same events in their own order.
 */
class ReplicaFollowsTest {

    private static final Instant FIRST = Instant.parse("2024-03-01T02:00:00Z");
    private static final List<Dimension> BY =
            List.of(Dimension.FIELD, Dimension.UNIT, Dimension.TARGET, Dimension.ISSUER, Dimension.MODEL);

    private static final List<IncomingEvent> EVENTS = events();
    private static final List<String> EXPECTED = answers(List.of(EVENTS), 0);

    private static List<IncomingEvent> events() {
        var model = new Model("00000000-0000-0000-0000-000000000001", "NA-2024", FIRST)
                .decision("d-1", "13", "Huyện ủy", "2024-04-01")
                .registered("2024-03-01")
                .replication("replication-proposed", "p1", "NA-05", "2024-04-01")
                .replication("replication-started", "p1", "NA-05", "2024-04-05")
                .recognizedBy("d-1", "13", "Huyện ủy", "r1", "2024-04-10")
                .with("field", "VHXH")
                .corrected("2024-05-01", "field")
                .decision("d-1", "31", "Ban Chỉ đạo", "2024-05-02")
                .replication("model-replicated", "p1", "NA-05", "2024-05-05")
                .replication("replication-proposed", "p2", "NA-06", "2024-05-06")
                .replication("replication-started", "p2", "NA-06", "2024-05-07")
                .transferred("NA-02", "2024-05-10")
                .replication("replication-stopped", "p2", "NA-06", "2024-05-12")
                .decision("d-1", "32", "Ban Chỉ đạo", "2024-05-20")
                .recognizedBy("d-1", "32", "Ban Chỉ đạo", "r2", "2024-05-21");
        var voided = new Model("00000000-0000-0000-0000-000000000002", "NA-2024", FIRST)
                .registered("2024-03-02")
                .replication("replication-started", "p3", "NA-05", "2024-04-05")
                .voided("2024-05-01");
        var all = new ArrayList<>(model.incoming());
        all.addAll(voided.incoming());
        return all;
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whatever_comes_first_the_answers_are_the_same(@ForAll long seed) {
        var random = new Random(seed);
        assertThat(answers(shuffled(random), random.nextInt(6))).isEqualTo(EXPECTED);
    }

    @Property(tries = 1)
    void the_corrections_are_told() {
        assertThat(EXPECTED)
                .anyMatch(line -> line.contains("RECOGNITIONS") && line.contains("Ban Chỉ đạo"))
                .anyMatch(line -> line.contains("REPLICATION_STARTED") && line.contains("VHXH"))
                .noneMatch(line -> line.contains("REPLICATION") && line.contains("000000000002"));
    }

    /** Only the order within a stream holds. */
    private static List<List<IncomingEvent>> shuffled(Random random) {
        var streams = new LinkedHashMap<String, Deque<IncomingEvent>>();
        EVENTS.forEach(event ->
                streams.computeIfAbsent(event.stream(), _ -> new ArrayDeque<>()).add(event));
        var batches = new ArrayList<List<IncomingEvent>>();
        var batch = new ArrayList<IncomingEvent>();
        while (!streams.isEmpty()) {
            var names = List.copyOf(streams.keySet());
            var name = names.get(random.nextInt(names.size()));
            var events = Objects.requireNonNull(streams.get(name));
            batch.add(events.remove());
            if (events.isEmpty()) {
                streams.remove(name);
            }
            if (random.nextInt(3) == 0 || streams.isEmpty()) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
        }
        return batches;
    }

    /** @param loaded after so many batches the replica is loaded; from then on it follows */
    private static List<String> answers(List<List<IncomingEvent>> batches, int loaded) {
        var database = Backbone.freshDatabase();
        var generations = new Generations(database, List.of(new Installation("local")));
        generations.prepare();
        var generation = generations.reading();
        var replica = replica(generations);
        var done = 0;
        for (var batch : batches) {
            if (done++ >= loaded) {
                replica.follow(generation.number());
            }
            var bySource = new LinkedHashMap<String, List<IncomingEvent>>();
            batch.forEach(event -> bySource.computeIfAbsent(event.source(), _ -> new ArrayList<>())
                    .add(event));
            bySource.forEach((source, events) ->
                    Objects.requireNonNull(generation.handlers().get(source)).handle(events));
            if (done > loaded) {
                replica.refresh(
                        generation.cards(),
                        batch.stream().map(ConsumedTypes::cardOf).collect(Collectors.toSet()));
            }
        }
        replica.follow(generation.number());
        var answers = answers(Objects.requireNonNull(replica.loaded()));
        var fresh = replica(generations);
        fresh.follow(generation.number());
        assertThat(answers(Objects.requireNonNull(fresh.loaded())))
                .as("loaded anew")
                .isEqualTo(answers);
        assertThat(answers(new MongoFacts(generation::cards)))
                .as("the read store")
                .isEqualTo(answers);
        replica.forget();
        fresh.forget();
        database.drop();
        return answers;
    }

    private static FactReplica replica(Generations generations) {
        var limits = new DuckFacts.Limits(
                1, 128L * 1024 * 1024, Path.of(System.getProperty("java.io.tmpdir"), "dvk-follows"));
        return new FactReplica(generations, () -> new DuckFacts(limits));
    }

    private static List<String> answers(FactQueries facts) {
        var answers = new ArrayList<String>();
        for (var known : List.of(Moment.NOW, new Moment(FIRST.plusSeconds(300)), new Moment(FIRST.plusSeconds(480)))) {
            var query = new FactQuery(
                    EnumSet.allOf(Measure.class),
                    Map.of(),
                    null,
                    List.of(),
                    null,
                    LocalDate.of(2024, 12, 31),
                    false,
                    known,
                    null,
                    null);
            facts.count(query, BY, false).stream()
                    .map(group ->
                            known + " " + group.measure() + " " + new TreeMap<>(group.key()) + " " + group.count())
                    .sorted(Comparator.naturalOrder())
                    .forEach(answers::add);
            facts.find(query, null, 1000).forEach(fact -> answers.add(String.valueOf(fact.id() + fact.decision())));
            facts.count(query, List.of(), true).stream()
                    .map(group -> "models " + group.measure() + " " + group.count())
                    .sorted(Comparator.naturalOrder())
                    .forEach(answers::add);
        }
        return answers;
    }
}
