package vn.dvk.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.reporting.running.Model;
import vn.dvk.spec.Backbone;

/** What the intake is told while a second generation is being built. */
class ReadStoreHandlerTest {

    private static final String EVALUATION = "/dvk/local/evaluation";

    private final Generations generations =
            new Generations(Backbone.freshDatabase(), List.of(new Installation("local")));
    private final List<IncomingEvent> told = new ArrayList<>();
    private final ReadStoreHandler handler = new ReadStoreHandler(
            Projections.ofHistory(List.of(new Installation("local"))),
            Set.of(EVALUATION),
            generations,
            told::addAll,
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    private final List<IncomingEvent> events = new Model("NA-2024", Instant.parse("2024-03-01T02:00:00Z"))
            .opened("2024-03-01")
            .step("CARRY_OUT", 3, "2024-04-01")
            .step("APPRAISE", 4, "2024-05-01")
            .incoming();
    private final String card = events.getFirst().key();

    @BeforeEach
    void prepare() {
        generations.prepare();
    }

    @Test
    void aHoleInTheOneBeingBuiltHoldsUpNothingAndIsNoted() {
        handler.handle(events.subList(0, 1));
        build();

        assertThat(handler.handle(events.subList(1, 2))).containsExactly(new HandlingResult.Applied());
        assertThat(handler.handle(events.subList(2, 3))).containsExactly(new HandlingResult.Applied());

        assertThat(seen(1)).isEqualTo(3);
        assertThat(generations.active().missed()).isEqualTo(2);
        assertThat(told).isEqualTo(events);
    }

    @Test
    void whatSeveralServicesSayOfAModelIsWrittenAtOnce() {
        var both = new Model("NA-2024", Instant.parse("2024-03-01T02:00:00Z"))
                .registered("2024-03-01")
                .opened("2024-03-01")
                .incoming();

        assertThat(handler.handle(both)).hasSizeGreaterThan(1).allMatch(HandlingResult.Applied.class::isInstance);

        var written = generations
                .reading()
                .cards()
                .find(new Document("_id", both.getFirst().key()))
                .first();
        assertThat(both).extracting(IncomingEvent::source).doesNotHaveDuplicates();
        assertThat(written).containsEntry("rev", 1L);
    }

    @Test
    void aFaultOfTheOneBeingBuiltIsItsOwn() {
        build();
        generations.generation(2).cards().insertOne(new Document("_id", card).append("rev", "no number"));

        assertThat(handler.handle(events)).allMatch(HandlingResult.Applied.class::isInstance);

        assertThat(seen(1)).isEqualTo(3);
        assertThat(generations.active().missed()).isEqualTo(1);
    }

    @Test
    void whatIsInBothIsNotNoted() {
        build();
        handler.handle(events);

        assertThat(seen(1)).isEqualTo(3);
        assertThat(seen(2)).isEqualTo(3);
        assertThat(generations.active().missed()).isZero();
    }

    @Test
    void aGapInTheOneThatIsReadIsTheIntakesToHold() {
        handler.handle(events.subList(0, 1));

        assertThat(handler.handle(events.subList(2, 3))).containsExactly(new HandlingResult.Gap(2));
    }

    @Test
    void aSwitchThatHasNotSeenTheNoteDoesNotHappen() {
        handler.handle(events.subList(0, 1));
        build();
        var before = generations.active();
        handler.handle(events.subList(1, 2));

        assertThat(generations.move(before, before.switchedTo(2))).isFalse();
        var after = generations.active();
        assertThat(generations.move(after, after.switchedTo(2))).isTrue();
        assertThat(handler.handle(events.subList(1, 2)))
                .as("the one that is read now lacks its predecessor")
                .containsExactly(new HandlingResult.Gap(1));
    }

    private void build() {
        generations.generation(2).prepare();
        var alone = generations.active();
        assertThat(generations.move(alone, alone.withBuilding(2))).isTrue();
    }

    private long seen(int generation) {
        var document = generations
                .generation(generation)
                .cards()
                .find(new Document("_id", card))
                .first();
        return Objects.requireNonNull(document)
                .get("seen", Document.class)
                .get("evaluation", Document.class)
                .get("n", Number.class)
                .longValue();
    }
}
