package vn.dvk.reporting.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.RunningService;
import vn.dvk.service.ServiceProperties;
import vn.dvk.spec.Backbone;

class RebuildTest extends RunningService {

    @Autowired
    private Generations generations;

    @Autowired
    private GrouplessConsumers consumers;

    @Autowired
    private ServiceProperties service;

    @Test
    void readsGoOnNothingIsLostAndTheResultIsAFreshProjection() throws InterruptedException {
        var before = newProgramme();
        var meanwhile = newProgramme();
        var models = new ArrayList<Model>();
        for (var i = 0; i < 40; i++) {
            models.add(life(before, i));
        }
        models.forEach(this::publish);
        await("measure=registered&programme=" + before, 40);
        var generation = generations.active().reading();

        var stop = new AtomicBoolean();
        var fewest = new AtomicInteger(40);
        var came = new ArrayList<Model>();
        var reader = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                fewest.accumulateAndGet((int) count("measure=registered&programme=" + before), Math::min);
            }
        });
        var writer = Thread.ofVirtual().start(() -> {
            for (var i = 0; !stop.get(); i++) {
                var model = life(meanwhile, i);
                publish(model);
                came.add(model);
            }
        });
        rebuild();
        stop.set(true);
        writer.join();
        reader.join();

        assertThat(generations.active().reading()).isGreaterThan(generation);
        assertThat(generations.active().writing())
                .containsExactly(generations.active().reading());
        assertThat(fewest).as("no read saw less than there was").hasValue(40);
        await("measure=registered&programme=" + meanwhile, came.size());
        models.addAll(came);
        Awaitility.await().untilAsserted(() -> assertThat(read(models)).isEqualTo(fresh(models)));
    }

    @Test
    void killedWhileFillingTheNextAttemptBeginsAfresh() {
        killedHalfWay("position", 14); // in the second round over the twelve partitions
    }

    @Test
    void killedWhileBothAreWrittenTheNextAttemptBeginsAfresh() {
        killedHalfWay("endOffsets", 2);
    }

    /** Dies when the consumer is asked for this so often, as a process does: nothing is tidied up. */
    private void killedHalfWay(String method, int times) {
        var programme = newProgramme();
        var models = new ArrayList<Model>();
        for (var i = 0; i < 5; i++) {
            models.add(life(programme, i));
        }
        models.forEach(this::publish);
        await("measure=registered&programme=" + programme, 5);
        var reading = generations.active().reading();
        var half = generations.begin();
        var killed = new Rebuilding(() -> dying(method, times), service.topics(), generations, nothing());

        assertThatThrownBy(() -> killed.run(half, (_, _) -> {})).isInstanceOf(Killed.class);

        assertThat(generations.active().reading())
                .as("the old one is still read")
                .isEqualTo(reading);
        var late = life(programme, 6);
        models.add(late);
        publish(late);
        await("measure=registered&programme=" + programme, 6);
        rebuild();
        assertThat(generations.active().reading()).isGreaterThan(half.number());
        Awaitility.await().untilAsserted(() -> assertThat(read(models)).isEqualTo(fresh(models)));
        await("measure=registered&programme=" + programme, 6);
    }

    @Test
    void ofTwoAtOnceOneGivesUp() {
        var programme = newProgramme();
        publish(life(programme, 1));
        await("measure=registered&programme=" + programme, 1);
        var slow = generations.begin();
        var slower = new Rebuilding(
                () -> {
                    rebuild(); // another one is quicker, between its look at the pointer and its move
                    return consumers.create();
                },
                service.topics(),
                generations,
                nothing());

        assertThatThrownBy(() -> slower.run(slow, (_, _) -> {})).isInstanceOf(Rebuilding.Overtaken.class);
        await("measure=registered&programme=" + programme, 1);
    }

    private void rebuild() {
        var id = api.post("/api/v1/rebuilds", "ADMINISTRATOR", "{}")
                .is(202)
                .json()
                .path("id")
                .asString();
        Awaitility.await().untilAsserted(() -> {
            var now =
                    api.get("/api/v1/rebuilds/current", "ADMINISTRATOR").is(200).json();
            assertThat(now.path("id").asString()).isEqualTo(id);
            assertThat(now.path("state").asString()).as(now.toString()).isEqualTo("DONE");
            assertThat(now.path("done").asLong())
                    .isEqualTo(now.path("total").asLong())
                    .isPositive();
            assertThat(now.path("finishedAt").isString()).isTrue();
        });
    }

    private Model life(String programme, int number) {
        var model = newModel(programme, programme + "-1")
                .submitted("2024-02-01")
                .registered("2024-03-01")
                .opened("2024-03-01");
        if (number % 2 == 0) {
            model.step("CARRY_OUT", 3, "2024-04-01").recognized(programme + number, "DISTRICT", "2024-06-01");
        }
        return number % 3 == 0 ? model.with("field", "QPAN").amended("2024-05-01") : model;
    }

    private Map<String, Document> read(List<Model> models) {
        return comparable(generations.reading().cards(), models);
    }

    /** The same events into an empty store. */
    private static Map<String, Document> fresh(List<Model> models) {
        var empty = new Generations(Backbone.freshDatabase());
        empty.prepare();
        for (var model : models) {
            for (IncomingEvent event : model.events()) {
                Objects.requireNonNull(empty.reading().handlers().get(event.source()))
                        .handle(List.of(event));
            }
        }
        return comparable(empty.reading().cards(), models);
    }

    private static Map<String, Document> comparable(
            com.mongodb.client.MongoCollection<Document> cards, List<Model> models) {
        var ids = models.stream().map(Model::id).toList();
        var found = new LinkedHashMap<String, Document>();
        cards.find(com.mongodb.client.model.Filters.in("_id", ids))
                .sort(new Document("_id", 1))
                .forEach(card -> {
                    card.remove("rev");
                    card.put("seen", new Document(new java.util.TreeMap<>(card.get("seen", Document.class))));
                    found.put(card.getString("_id"), card);
                });
        return found;
    }

    private static Unsettled.Explanation nothing() {
        return new Unsettled.Explanation() {
            @Override
            public boolean discarded(IncomingEvent event) {
                return false;
            }

            @Override
            public Set<String> waiting(Set<String> streams) {
                return streams;
            }
        };
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @SuppressWarnings("unchecked")
    private Consumer<String, byte[]> dying(String method, int times) {
        var real = consumers.create();
        var calls = new AtomicInteger();
        return (Consumer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Consumer.class}, (_, called, arguments) -> {
                    if (called.getName().equals(method) && calls.incrementAndGet() == times) {
                        throw new Killed();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
