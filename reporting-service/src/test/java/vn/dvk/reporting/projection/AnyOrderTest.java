package vn.dvk.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.reporting.running.Model;
import vn.dvk.spec.Backbone;

/**
 * However the topics are interleaved, cut into batches and delivered again, the cards come out the same. Only the order
 * within a stream holds, as it does on a partition.
 */
class AnyOrderTest {

    private static final Instant FIRST = Instant.parse("2024-03-01T02:00:00Z");

    private static final List<Model> MODELS = List.of(
            new Model("00000000-0000-0000-0000-000000000001", "NA-2024", FIRST)
                    .submitted("2024-02-01")
                    .returned("2024-02-05")
                    .submitted("2024-02-10")
                    .registered("2024-03-01")
                    .opened("2024-03-01")
                    .with("field", "VHXH")
                    .corrected("2024-03-20", "field", "name")
                    .step("CARRY_OUT", 3, "2024-04-01")
                    .step("APPRAISE", 4, "2024-06-01")
                    .stepReturned("APPRAISE", 4, "2024-06-03")
                    .step("APPRAISE", 4, "2024-06-09")
                    .evaluated("GOOD", "2024-06-09")
                    .recognized("r1", "GRASSROOTS", "2024-06-20")
                    .recognized("r2", "DISTRICT", "2024-06-21")
                    .with("unit", "NA-02")
                    .changed("2024-06-22", "field", "name")
                    .recognitionRevoked("r1", "2024-06-25")
                    .awarded("a1", "GIAY_KHEN", "2024-06-28")
                    .replication("replication-proposed", "p1", "NA-05", "2024-06-28")
                    .replication("replication-started", "p1", "NA-05", "2024-07-01")
                    .replication("replication-proposed", "p2", "NA-06", "2024-07-02")
                    .replication("model-replicated", "p1", "NA-05", "2024-07-20")
                    .replication("replication-stopped", "p1", "NA-05", "2024-08-20"),
            new Model("00000000-0000-0000-0000-000000000002", "NA-2024", FIRST.plusSeconds(7))
                    .registered("2024-03-02")
                    .opened("2024-03-02")
                    .awarded("a2", "BANG_KHEN", "2024-05-01")
                    .withdrawn("2024-05-02")
                    .awardRevoked("a2", "2024-05-03"),
            new Model("00000000-0000-0000-0000-000000000003", "NA-2024", FIRST.plusSeconds(13))
                    .with("kind", "EXEMPLAR")
                    .with("subject", "INDIVIDUAL")
                    .registered("2024-03-03")
                    .opened("2024-03-03")
                    .step("CARRY_OUT", 3, "2024-04-03")
                    .evaluated("FAIR", "2024-06-03"),
            new Model("00000000-0000-0000-0000-000000000004", "NA-2025", FIRST.plusSeconds(19))
                    .continuing("00000000-0000-0000-0000-000000000001", "2025-03-03")
                    .partners("model-changed", "2025-04-01", "NA-02", "NA-03")
                    .opened("2025-03-03")
                    .step("CARRY_OUT", 3, "2025-04-03")
                    .forwarded("TINH", "2025-05-01", "KT", "PTKT", "VHXH", "VH")
                    .recognized("r3", "DISTRICT", "2025-04-20")
                    .with("field", "VHXH")
                    .corrected("2025-06-20", "field")
                    .transferred("NA-02", "2025-07-01")
                    .withdrawn("2025-08-01"));

    private static final Map<String, Document> EXPECTED = cards(inOrder());

    /** Which stream is next, how long the batch is, and what comes twice: all from one number. */
    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theCardsAreTheSame(@ForAll("seeds") long seed) {
        assertThat(cards(shuffled(new Random(seed)))).isEqualTo(EXPECTED);
    }

    private static List<List<IncomingEvent>> inOrder() {
        return List.of(
                MODELS.stream().flatMap(model -> model.incoming().stream()).toList());
    }

    private static List<List<IncomingEvent>> shuffled(Random random) {
        var streams = new LinkedHashMap<String, Deque<IncomingEvent>>();
        MODELS.forEach(model -> model.incoming()
                .forEach(event -> streams.computeIfAbsent(event.stream(), _ -> new ArrayDeque<>())
                        .add(event)));
        var batches = new ArrayList<List<IncomingEvent>>();
        var batch = new ArrayList<IncomingEvent>();
        var delivered = new ArrayList<IncomingEvent>();
        while (!streams.isEmpty()) {
            var names = List.copyOf(streams.keySet());
            var name = names.get(random.nextInt(names.size()));
            var events = Objects.requireNonNull(streams.get(name));
            var event = events.remove();
            batch.add(event);
            delivered.add(event);
            if (random.nextInt(4) == 0) {
                batch.add(delivered.get(random.nextInt(delivered.size())));
            }
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

    /** What readers see: without the revision and the order in which positions were noted. */
    private static Map<String, Document> cards(List<List<IncomingEvent>> batches) {
        MongoDatabase database = Backbone.freshDatabase();
        var generation = Generation.of(1, database, List.of(new Installation("local")));
        generation.prepare();
        for (var batch : batches) {
            var bySource = new LinkedHashMap<String, List<IncomingEvent>>();
            batch.forEach(event -> bySource.computeIfAbsent(event.source(), _ -> new ArrayList<>())
                    .add(event));
            bySource.forEach((source, events) ->
                    Objects.requireNonNull(generation.handlers().get(source)).handle(events));
        }
        var cards = new LinkedHashMap<String, Document>();
        generation.cards().find().sort(new Document("_id", 1)).forEach(card -> {
            card.remove("rev");
            card.put("seen", new Document(new java.util.TreeMap<>(card.get("seen", Document.class))));
            cards.put(card.getString("_id"), card);
        });
        database.drop();
        return cards;
    }
}
