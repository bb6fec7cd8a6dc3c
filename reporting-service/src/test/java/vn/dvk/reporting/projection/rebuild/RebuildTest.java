package vn.dvk.reporting.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.projection.FirstKnown;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.projection.rebuild.Rebuild.Phase;
import vn.dvk.reporting.projection.rebuild.Rebuild.State;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;
import vn.dvk.service.ServiceProperties;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

class RebuildTest {

    private final Reporting reporting = Reporting.shared();

    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Generations generations = reporting.service().bean(Generations.class);
    private final GrouplessConsumers consumers = reporting.service().bean(GrouplessConsumers.class);
    private final ServiceProperties service = reporting.service().bean(ServiceProperties.class);
    private final MongoDatabase database = reporting.service().database();

    @Test
    void readsGoOnNothingIsLostAndTheResultIsAFreshProjection() throws InterruptedException {
        var before = reporting.newProgramme();
        var meanwhile = reporting.newProgramme();
        var models = new ArrayList<Model>();
        for (var i = 0; i < 40; i++) {
            models.add(life(before, i));
        }
        models.forEach(reporting::publish);
        reporting.await("measure=registered&programme=" + before, 40);
        var generation = generations.active().reading();

        var stop = new AtomicBoolean();
        var fewest = new AtomicInteger(40);
        var came = new ArrayList<Model>();
        var reader = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                fewest.accumulateAndGet((int) reporting.count("measure=registered&programme=" + before), Math::min);
            }
        });
        var writer = Thread.ofVirtual().start(() -> {
            for (var i = 0; !stop.get(); i++) {
                var model = life(meanwhile, i);
                reporting.publish(model);
                came.add(model);
            }
        });
        rebuild();
        stop.set(true);
        writer.join();
        reader.join();

        assertThat(generations.active().reading()).isGreaterThan(generation);
        assertThat(generations.active().building()).isNull();
        assertThat(fewest).as("no read saw less than there was").hasValue(40);
        reporting.await("measure=registered&programme=" + meanwhile, came.size());
        models.addAll(came);
        Awaitility.await().untilAsserted(() -> assertThat(read(models)).isEqualTo(fresh(models)));
    }

    /** Dies as a process does, wherever it is: nothing is tidied up, and the register says that it runs. */
    @ParameterizedTest
    @EnumSource(Phase.class)
    void killedAnywhereItHoldsUpNoEventAndTheNextAttemptBeginsAfresh(Phase where) {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .opened("2024-03-01");
        reporting.publish(model);
        reporting.await("measure=in-progress&programme=" + programme, 1);
        var reading = generations.active().reading();
        var register = new RebuildRegister(database);
        var rebuild = Rebuild.begun("killed-" + where, generations.nextNumber(), false, Instant.now());
        assertThat(register.begin(rebuild)).isTrue();
        generations.generation(rebuild.generation()).prepare();
        var progress = new Dying(where, () -> {
            // Comes after the log was read and before both are written, so the new one has a hole.
            goesOn(model, it -> it.step("CARRY_OUT", 3, "2024-04-01"));
            reporting.await("measure=step-completed&step=CARRY_OUT&programme=" + programme, 1);
        });

        assertThatThrownBy(
                        () -> rebuilding(consumers).run(generations.generation(rebuild.generation()), false, progress))
                .isInstanceOf(Killed.class);

        assertThat(generations.active().reading()).isEqualTo(reading);
        goesOn(model, it -> it.step("APPRAISE", 4, "2024-06-01"));
        goesOn(model, it -> it.evaluated("GOOD", "2024-06-09"));
        reporting.await("measure=evaluated&programme=" + programme, 1);
        reporting.await("measure=step-completed&step=APPRAISE&programme=" + programme, 1);

        clearedUpByAnother();
        assertThat(generations.active().building()).isNull();
        assertThat(register.latest().orElseThrow().rebuild().state()).isEqualTo(State.INTERRUPTED);
        assertThat(collections()).doesNotContain("cards_" + rebuild.generation());
        rebuild();
        assertThat(read(List.of(model))).isEqualTo(fresh(List.of(model)));
    }

    @ParameterizedTest
    @CsvSource({"partitionsFor, 1", "position, 14", "endOffsets, 2", "close, 1"})
    void failedAnywhereItLeavesNothingBehind(String method, int times) {
        var programme = reporting.newProgramme();
        reporting.publish(life(programme, 1));
        reporting.await("measure=registered&programme=" + programme, 1);
        var reading = generations.active().reading();
        var failing = rebuilds(rebuilding(() -> dying(method, times)), System::nanoTime);

        var rebuild = failing.start(UUID.randomUUID().toString(), false);

        Awaitility.await().until(() -> failing.latest().orElseThrow().finishedAt() != null);
        var ended = failing.latest().orElseThrow();
        assertThat(generations.active().building()).isNull();
        if (method.equals("close")) { // after the switch
            assertThat(ended.state()).isEqualTo(State.DONE);
            assertThat(generations.active().reading()).isEqualTo(rebuild.generation());
        } else {
            assertThat(ended.state()).isEqualTo(State.FAILED);
            assertThat(generations.active().reading()).isEqualTo(reading);
            assertThat(collections()).doesNotContain("cards_" + rebuild.generation());
        }
        reporting.publish(life(programme, 2));
        reporting.await("measure=registered&programme=" + programme, 2);
    }

    /**
     * An event is read by the running service only, the next one comes while the log is read for the last time: the new
     * generation cannot take it, and nobody but the log can give it.
     */
    @Test
    void whatHasMissedTheNewGenerationIsReadFromTheLogAndNotTakenForLost() {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .opened("2024-03-01");
        reporting.publish(model);
        reporting.await("measure=in-progress&programme=" + programme, 1);
        var next = generations.generation(generations.nextNumber());
        next.prepare();
        var joining = new Dying(null, () -> {
            goesOn(model, it -> it.step("CARRY_OUT", 3, "2024-04-01"));
            reporting.await("measure=step-completed&step=CARRY_OUT&programme=" + programme, 1);
        });
        Runnable afterLookingForTheEnd = () -> {
            goesOn(model, it -> it.step("APPRAISE", 4, "2024-06-01"));
            reporting.await("measure=step-completed&step=APPRAISE&programme=" + programme, 1);
        };

        rebuilding(() -> interrupted("endOffsets", 2, () -> {}, afterLookingForTheEnd))
                .run(next, false, joining);

        assertThat(generations.active().reading()).isEqualTo(next.number());
        assertThat(read(List.of(model))).isEqualTo(fresh(List.of(model)));
    }

    @Test
    void aDeadOneThatComesBackChangesNothing() throws InterruptedException {
        var programme = reporting.newProgramme();
        reporting.publish(life(programme, 1));
        reporting.await("measure=registered&programme=" + programme, 1);
        var goOn = new CountDownLatch(1);
        var paused = rebuilds(
                rebuilding(() -> {
                    try {
                        assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return consumers.create();
                }),
                System::nanoTime);
        var dead = paused.start(UUID.randomUUID().toString(), false);
        Awaitility.await().until(() -> collections().contains("cards_" + dead.generation()));
        clearedUpByAnother();
        rebuild();
        var reading = generations.active();

        goOn.countDown();

        Awaitility.await().until(() -> !collections().contains("cards_" + dead.generation()));
        assertThat(generations.active()).isEqualTo(reading);
        assertThat(rebuilds(rebuilding(consumers), System::nanoTime)
                        .latest()
                        .orElseThrow()
                        .state())
                .isEqualTo(State.DONE);
    }

    /** It was known from a record that the log has lost, and has again because somebody republished it. */
    @Test
    void anEventThatWasRepublishedStaysKnownSinceItsFirstRecord() {
        var programme = reporting.newProgramme();
        var model = life(programme, 3);
        reporting.publish(model);
        reporting.await("measure=registered&field=QPAN&programme=" + programme, 1);
        var reading = generations.reading();
        var card = Objects.requireNonNull(
                reading.cards().find(new Document("_id", model.id())).first());
        var first = Date.from(Instant.parse("2026-01-05T07:30:00Z"));
        var earlier = card.getList("events", Document.class).stream()
                .map(event -> new Document(event).append("appended", first))
                .toList();
        assertThat(FirstKnown.takeOver(new Document("events", earlier), card)).isTrue();
        reading.cards().replaceOne(new Document("_id", model.id()), card);
        var before = read(List.of(model));
        assertThat(before).isNotEqualTo(fresh(List.of(model)));

        rebuild();

        assertThat(generations.active().reading()).isGreaterThan(reading.number());
        assertThat(read(List.of(model))).isEqualTo(before);
    }

    @Test
    void whatDiffersIsNamedAndSwitchedToOnlyIfAccepted() {
        var programme = reporting.newProgramme();
        var models = List.of(life(programme, 1), life(programme, 2));
        models.forEach(reporting::publish);
        reporting.await("measure=registered&programme=" + programme, 2);
        var changed = models.getFirst().id();
        var reading = generations.active().reading();
        // As a release that counted otherwise would have left it; and one whose events the log has lost.
        var cards = generations.reading().cards();
        cards.updateOne(new Document("_id", changed), new Document("$set", new Document("summary.grade", "OTHER")));
        cards.insertOne(new Document("_id", "lost-" + programme)
                .append("rev", 1L)
                .append("seen", new Document("registration", new Document("n", 3L))));

        var refused = rebuild("{}", "FAILED");

        assertThat(generations.active().reading()).isEqualTo(reading);
        assertThat(generations.active().building()).isNull();
        assertThat(refused.at("/differences/count").asLong()).isEqualTo(2);
        assertThat(refused.at("/differences/first")
                        .valueStream()
                        .map(one -> one.path("id").asString() + " "
                                + one.path("kind").asString()))
                .containsExactlyInAnyOrder(changed + " CONTENT", "lost-" + programme + " BEHIND");
        var accepted = rebuild("{\"accept\":true}", "DONE");
        assertThat(accepted.at("/differences/count").asLong()).isEqualTo(2);
        assertThat(read(models)).isEqualTo(fresh(models));
        rebuild();
    }

    /** Another instance looks, later looks again, and nothing has moved. */
    private void clearedUpByAnother() {
        var nanos = new AtomicLong();
        var other = rebuilds(rebuilding(consumers), nanos::get);
        other.clearUpAfterDeadOne();
        nanos.addAndGet(SILENCE.toNanos() + 1);
        other.clearUpAfterDeadOne();
    }

    private Rebuilds rebuilds(Rebuilding rebuilding, LongSupplier nanos) {
        var register = new RebuildRegister(database);
        return new Rebuilds(
                rebuilding, generations, register, new RebuildWatch(register, SILENCE, nanos), Clock.systemUTC());
    }

    private Rebuilding rebuilding(GrouplessConsumers reading) {
        return new Rebuilding(
                reading,
                reporting.service().bean(RecordReader.class),
                service.topics(),
                generations,
                () -> new KnownTrouble(service.service(), database, new MongoWaitingRoom(service.service(), database)));
    }

    private List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>());
    }

    /** Only what is new goes out. */
    private void goesOn(Model model, UnaryOperator<Model> more) {
        var before = model.incoming().size();
        more.apply(model).events().stream().skip(before).forEach(Topic::publish);
    }

    /** Stops where it is told to, and does something before both generations are written. */
    private record Dying(@Nullable Phase where, Runnable beforeJoining) implements Rebuilding.Progress {

        @Override
        public void enter(Phase phase) {
            if (phase == Phase.JOINING) {
                beforeJoining.run();
            }
            if (phase == where) {
                throw new Killed();
            }
        }

        @Override
        public void at(long done, long total) {}

        @Override
        public void sign() {}

        @Override
        public void found(Differences differences) {}
    }

    /** Neither a body that is no text nor a type nobody knows comes as far as a handler, in a rebuild either. */
    @Test
    void whatAPersonHasGivenUpIsPassedOverWhateverWasWrongWithIt() {
        var programme = reporting.newProgramme();
        var spoiled = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        var unknown = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        reporting.publish(spoiled);
        reporting.publish(unknown);
        var amended = SampleEvent.full("vn.dvk.registration.model-corrected.v1")
                .about(spoiled.id())
                .at(2)
                .record();
        var marked = ("\uFEFF" + new String(amended.value(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        Topic.send(new ProducerRecord<>(amended.topic(), null, amended.key(), marked, amended.headers()));
        Topic.send(SampleEvent.of("vn.dvk.registration.model-forgotten.v1", JsonNodeFactory.instance.objectNode())
                .subject(unknown.id())
                .at(2)
                .record());
        for (var model : List.of(spoiled, unknown)) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(reporting.waiting(model)).hasSize(1));
            reporting.discard(reporting.waiting(model).getFirst().path("id").asString());
        }
        var before = read(List.of(spoiled, unknown));

        rebuild();

        assertThat(read(List.of(spoiled, unknown))).isEqualTo(before).hasSize(2);
    }

    /** It is found only when cards that were gathered are stored; the other streams must not suffer for it. */
    @Test
    @Tag("deep") // whole seconds for writing megabytes again and again
    void aCardThatNoStoreCanHoldStopsItsStreamInARebuildToo() {
        var programme = reporting.newProgramme();
        var model = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        var other = life(programme, 1);
        reporting.publish(model);
        reporting.publish(other);
        reporting.await("measure=registered&programme=" + programme, 2);
        for (var position = 2; position < 19; position++) {
            var amended = SampleEvent.full("vn.dvk.registration.model-corrected.v1")
                    .about(model.id())
                    .at(position)
                    .record();
            var padded = new String(amended.value(), StandardCharsets.UTF_8)
                    .replaceFirst("\\{", "{\"padding\":\"" + "x".repeat(1_000_000) + "\",");
            Topic.send(new ProducerRecord<>(
                    amended.topic(), null, amended.key(), padded.getBytes(StandardCharsets.UTF_8), amended.headers()));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(reporting.waiting(model)).hasSize(1));
        var before = read(List.of(model, other));

        rebuild();

        assertThat(read(List.of(model, other))).isEqualTo(before).hasSize(2);
        assertThat(reporting.waiting(model)).hasSize(1);
        for (var waiting = reporting.waiting(model); !waiting.isEmpty(); waiting = reporting.waiting(model)) {
            reporting.discard(waiting.getFirst().path("id").asString());
        }
    }

    private void rebuild() {
        var now = rebuild("{}", "DONE");
        assertThat(now.path("done").asLong())
                .isEqualTo(now.path("total").asLong())
                .isPositive();
    }

    private JsonNode rebuild(String wish, String state) {
        var id = reporting
                .as("ADMINISTRATOR")
                .post("/api/v1/rebuilds", wish)
                .is(202)
                .json()
                .path("id")
                .asString();
        var latest = new AtomicReference<JsonNode>();
        Awaitility.await().untilAsserted(() -> {
            var now = reporting
                    .as("ADMINISTRATOR")
                    .get("/api/v1/rebuilds/current")
                    .is(200)
                    .json();
            latest.set(now);
            assertThat(now.path("id").asString()).isEqualTo(id);
            assertThat(now.path("finishedAt").isString()).as(now.toString()).isTrue();
        });
        assertThat(latest.get().path("state").asString()).as(latest.toString()).isEqualTo(state);
        return latest.get();
    }

    private Model life(String programme, int number) {
        var model = reporting
                .newModel(programme, programme + "-1")
                .submitted("2024-02-01")
                .registered("2024-03-01")
                .opened("2024-03-01");
        if (number % 2 == 0) {
            model.step("CARRY_OUT", 3, "2024-04-01").recognized(programme + number, "DISTRICT", "2024-06-01");
        }
        return number % 3 == 0 ? model.with("field", "QPAN").corrected("2024-05-01", "field") : model;
    }

    private Map<String, Document> read(List<Model> models) {
        return comparable(generations.reading().cards(), models);
    }

    /** The same events, as the log has them, into an empty store. */
    private static Map<String, Document> fresh(List<Model> models) {
        var empty = new Generations(Backbone.freshDatabase(), List.of(new Installation("local")));
        empty.prepare();
        for (var model : models) {
            for (var topic : List.of("dvk.registration.v1", "dvk.evaluation.v1", "dvk.awards.v1")) {
                Topic.named(topic).records(record -> model.id().equals(record.key())).stream()
                        .map(Envelope::read)
                        .forEach(event -> Objects.requireNonNull(
                                        empty.reading().handlers().get(event.source()))
                                .handle(List.of(event)));
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

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Consumer<String, byte[]> dying(String method, int times) {
        return interrupted(
                method,
                times,
                () -> {
                    throw new Killed();
                },
                () -> {});
    }

    /** A consumer with something that happens before and after one call of one method. */
    @SuppressWarnings("unchecked")
    private Consumer<String, byte[]> interrupted(String method, int times, Runnable before, Runnable after) {
        var real = consumers.create();
        var calls = new AtomicInteger();
        return (Consumer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Consumer.class}, (_, called, arguments) -> {
                    var isMeant = called.getName().equals(method) && calls.incrementAndGet() == times;
                    if (isMeant) {
                        before.run();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    } finally {
                        if (isMeant) {
                            after.run();
                        }
                    }
                });
    }
}
