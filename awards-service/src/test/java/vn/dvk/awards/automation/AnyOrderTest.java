package vn.dvk.awards.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.kafka.clients.producer.MockProducer;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierDecider;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.DossierFixture;
import vn.dvk.awards.domain.replication.Lifetime;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationDecider;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.awards.events.StoredTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.relay.Sender;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.kit.stream.Streams;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;

/**
 * Whatever the order of the topics, the duplicates and the batches: the same dossier, the replica noted once, and
 * nobody left waiting.
 */
class AnyOrderTest {

    private static final Installation HERE = new Installation(RunningService.INSTALLATION);
    private static final String REGISTRATION = HERE.source(ConsumedTypes.REGISTRATION);
    private static final String EVALUATION = HERE.source(ConsumedTypes.EVALUATION);

    private static final EventHandlers FOLLOWED = new EventHandlers();
    private static final MongoDatabase DATABASE = Backbone.freshDatabase();
    private static final MongoWaitingRoom ROOM = new MongoWaitingRoom("awards", DATABASE);
    private static final Relay RELAY = new Relay(
            new Sender(MockProducer::new),
            new Envelope("vn.dvk.", "https://dvk.example/contracts/"),
            RelaySettings.DEFAULT,
            new SimpleMeterRegistry());

    private static final Streams<DossierCommand, Dossier, DossierEvent> DOSSIERS = new Streams<>(
                    new StreamKind<>(
                            "dossiers",
                            "/dvk/local/awards",
                            "dvk.awards.v1",
                            "",
                            new DossierDecider(),
                            StoredTypes.DOSSIER,
                            _ -> Map.of(),
                            (_, _) -> List.of()),
                    DATABASE,
                    RELAY)
            .prepare();

    private static final Streams<ReplicationCommand, Replication, ReplicationEvent> REPLICATIONS = new Streams<>(
                    new StreamKind<>(
                            "replications",
                            "/dvk/local/awards",
                            "dvk.awards.v1",
                            "",
                            new ReplicationDecider(),
                            StoredTypes.REPLICATION,
                            _ -> Map.of(),
                            (_, _) -> List.of()),
                    DATABASE,
                    RELAY)
            .prepare();

    static {
    }

    /** One event of the model's life elsewhere. */
    enum Told {
        SUBMITTED(REGISTRATION, ConsumedTypes.REGISTRATION_SUBMITTED, 1),
        REGISTERED(REGISTRATION, ConsumedTypes.MODEL_REGISTERED, 2),
        AMENDED(REGISTRATION, ConsumedTypes.MODEL_CORRECTED, 3),
        AMENDED_AGAIN(REGISTRATION, ConsumedTypes.MODEL_CORRECTED, 4),
        WITHDRAWN(REGISTRATION, ConsumedTypes.MODEL_WITHDRAWN, 5),
        OPENED(EVALUATION, ConsumedTypes.PROCESS_OPENED, 1),
        FAILED(EVALUATION, ConsumedTypes.MODEL_EVALUATED, 2),
        INSPECTED(EVALUATION, ConsumedTypes.MODEL_INSPECTED, 3),
        VOIDED(EVALUATION, ConsumedTypes.CONCLUSION_VOIDED, 4),
        PASSED(EVALUATION, ConsumedTypes.MODEL_EVALUATED, 5);

        private final String source;
        private final String type;
        private final long position;

        Told(String source, String type, long position) {
            this.source = source;
            this.type = type;
            this.position = position;
        }

        IncomingEvent about(String model, String replication) {
            return SampleEvent.minimal(type)
                    .about(model)
                    .at(position)
                    .with("name", name())
                    .with("on", "2020-01-0" + position)
                    .with("replicaOf", DossierFixture.MODEL)
                    .with("replication", replication)
                    .with("passed", this == PASSED)
                    .with("conclusion", this == VOIDED ? FAILED.name() : name())
                    .incoming();
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void after_a_troubled_relay_the_same_dossier_and_the_same_replica(@ForAll("deliveries") List<List<Told>> batches) {
        theSameFollowsFrom(batches);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void all_positions_of_a_registration_in_any_order_give_the_same_dossier(
            @ForAll("anyOrder") List<List<Told>> batches) {
        theSameFollowsFrom(batches);
    }

    private static void theSameFollowsFrom(List<List<Told>> batches) {
        var model = UUID.randomUUID().toString();
        var replication = proposed();
        var handlers = List.of(
                FOLLOWED.registrationEvents(HERE, DOSSIERS),
                FOLLOWED.replicaEvents(HERE, REPLICATIONS),
                FOLLOWED.evaluationEvents(HERE, DOSSIERS));
        var intake = new Intake("awards", handlers, ROOM, new SimpleMeterRegistry());

        for (var batch : batches) {
            intake.accept(
                    batch.stream().map(told -> told.about(model, replication)).toList());
        }

        ROOM.forEach(head -> fail(head.stream() + " waits: " + head.reason()));
        var dossier = (Dossier.Known) DOSSIERS.find(model).orElseThrow().state();
        assertThat(dossier.entry().dimensions().name()).isEqualTo("AMENDED_AGAIN");
        assertThat(dossier.since()).isEqualTo(LocalDate.of(2020, 1, 2));
        assertThat(dossier.withdrawn()).isTrue();
        assertThat(dossier.conclusion()).isNotNull();
        assertThat(dossier.conclusion().evaluation().conclusion()).isEqualTo("PASSED");
        assertThat(dossier.conclusion().stands())
                .as("only the earlier conclusion was voided")
                .isTrue();
        assertThat(DOSSIERS.history(model).stream()
                        .map(Recorded::event)
                        .filter(event -> !(event instanceof DossierEvent.Evaluated)
                                && !(event instanceof DossierEvent.ConclusionVoided))
                        .map(Object::getClass))
                .as("what the registration has told, each once and in its order")
                .isEqualTo(List.of(
                        DossierEvent.Opened.class,
                        DossierEvent.Amended.class,
                        DossierEvent.Amended.class,
                        DossierEvent.Withdrawn.class));
        var known =
                (Replication.Known) REPLICATIONS.find(replication).orElseThrow().state();
        assertThat(known.replica()).isEqualTo(model);
        assertThat(REPLICATIONS.history(replication)).hasSize(2);
    }

    private static String proposed() {
        var id = UUID.randomUUID().toString();
        var source = new DossierDecider().evolve(new Dossier.NotOpened(null), DossierFixture.opened());
        var proposal = new ReplicationCommand.Propose(
                id,
                (Dossier.Known) source,
                new Target("HNA-KB-14", null),
                new Lifetime(null, null),
                true,
                new Replication.Proposal(DossierFixture.DAY, null, null),
                null,
                null);
        REPLICATIONS.handle(CommandEnvelope.of(
                id, proposal, new RequestContext("someone", null, "c", null, null, null, Instant.EPOCH)));
        return id;
    }

    /**
     * First whatever a troubled relay may have let through, in any order; then what it sends once it is well: each
     * source in order, the two of them interleaved anyhow. Cut into batches anywhere.
     */
    @Provide
    Arbitrary<List<List<Told>>> deliveries() {
        var early = Arbitraries.of(Told.class).list().ofMaxSize(8);
        var sources = Arbitraries.shuffle(
                Stream.of(Told.values()).map(told -> told.source).toList());
        return early.flatMap(noise -> sources.map(turns ->
                        Stream.concat(noise.stream(), inOrder(turns).stream()).toList()))
                .flatMap(
                        order -> Arbitraries.integers().between(1, order.size()).map(size -> batches(order, size)));
    }

    /**
     * Everything once, what the registration has told in any order at all. What the evaluation has told stays in its
     * order: an ignored event that overtakes the opening one is passed over, and its gap is closed when it is sent again.
     */
    @Provide
    Arbitrary<List<List<Told>>> anyOrder() {
        return Arbitraries.shuffle(Told.values())
                .map(AnyOrderTest::evaluationInOrder)
                .flatMap(
                        order -> Arbitraries.integers().between(1, order.size()).map(size -> batches(order, size)));
    }

    private static List<Told> evaluationInOrder(List<Told> order) {
        var evaluation = Stream.of(Told.values())
                .filter(told -> told.source.equals(EVALUATION))
                .iterator();
        return order.stream()
                .map(told -> told.source.equals(EVALUATION) ? evaluation.next() : told)
                .toList();
    }

    private static List<Told> inOrder(List<String> turns) {
        var next = new HashMap<String, Iterator<Told>>();
        turns.forEach(source -> next.computeIfAbsent(
                source,
                one -> Stream.of(Told.values())
                        .filter(told -> told.source.equals(one))
                        .iterator()));
        return turns.stream()
                .map(source -> Objects.requireNonNull(next.get(source)).next())
                .toList();
    }

    private static List<List<Told>> batches(List<Told> order, int size) {
        return IntStream.range(0, (order.size() + size - 1) / size)
                .mapToObj(i -> order.subList(i * size, Math.min(order.size(), (i + 1) * size)))
                .toList();
    }
}
