package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.events.ConsumedTypes;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

/** Facts of which others say something: of a replication its source model, of an award its decision. */
class ElsewhereTest {

    private static final Instant FIRST = Instant.parse("2024-03-01T02:00:00Z");

    /** As if all of it stood in one card. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void in_a_card_of_its_own_a_replication_has_the_facts_that_it_would_have_in_the_models(@ForAll long seed) {
        var life = life(new Random(seed));
        var whole = Facts.of(history(life.incoming())).stream()
                .filter(ElsewhereTest::isOfReplication)
                .toList();
        var identity = Facts.identity(history(life.incoming().stream()
                .filter(event -> !ConsumedTypes.isOfReplication(event.type()))
                .toList()));
        var apart = life.incoming().stream()
                .filter(event -> ConsumedTypes.isOfReplication(event.type()))
                .map(IncomingEvent::subject)
                .distinct()
                .flatMap(replication -> identity
                        .of(Facts.of(history(life.incoming().stream()
                                .filter(event -> event.subject().equals(replication))
                                .toList())))
                        .stream())
                .toList();
        assertThat(sorted(apart)).isEqualTo(sorted(whole));
    }

    private static Model life(Random random) {
        var model = new Model("NA-2024", FIRST).registered("2024-01-10");
        var day = LocalDate.of(2024, 2, 1);
        for (var i = 0; i < 12; i++) {
            day = day.plusDays(random.nextInt(20));
            var on = day.toString();
            var replication = "p" + random.nextInt(3);
            model = switch (random.nextInt(9)) {
                case 0 -> model.with("field", "F" + random.nextInt(3)).corrected(on, "field");
                case 1 -> model.with("name", "Tên " + i).changed(on, "name");
                case 2 -> model.transferred("NA-0" + random.nextInt(4), on);
                case 3 -> model.replication("replication-stopped", replication, "NA-05", on);
                case 4, 5 -> model.replication("model-replicated", replication, "NA-05", on);
                case 6 -> random.nextInt(4) == 0 ? model.voided(on) : model;
                default -> model.replication("replication-started", replication, "NA-05", on);
            };
        }
        return model;
    }

    @Test
    void a_correction_of_a_decision_tells_anew_what_rests_on_it_from_then_on() {
        var model = new Model("NA-2024", FIRST)
                .registered("2024-01-10")
                .recognizedBy("d-1", "13", "Huyện ủy", "r1", "2024-05-01")
                .recognizedBy("d-2", "20", "Huyện ủy", "r2", "2024-05-02");
        var corrected = model.now();
        var facts = papers(
                        new Papers.Text(1, FIRST, "13", "Huyện ủy"), new Papers.Text(2, corrected, "31", "Ban Chỉ đạo"))
                .of(recognitions(model));
        assertThat(facts).hasSize(3);
        var before = facts.get(0);
        assertThat(before.decision()).isEqualTo("13");
        assertThat(before.get(Dimension.ISSUER)).isEqualTo("Huyện ủy");
        assertThat(before.knownTo()).isEqualTo(corrected);
        var after = facts.get(1);
        assertThat(after.decision()).isEqualTo("31");
        assertThat(after.get(Dimension.ISSUER)).isEqualTo("Ban Chỉ đạo");
        assertThat(after.on()).isEqualTo(LocalDate.of(2024, 5, 1));
        assertThat(after.knownFrom()).isEqualTo(corrected);
        assertThat(after.knownTo()).isNull();
        assertThat(facts.get(2).decision()).as("another decision").isEqualTo("20");
    }

    @Test
    void what_was_told_after_the_correction_reads_right_from_the_beginning() {
        var model = new Model("NA-2024", FIRST.plusSeconds(600))
                .registered("2024-01-10")
                .recognizedBy("d-1", "31", "Ban Chỉ đạo", "r1", "2024-05-01");
        var facts = papers(
                        new Papers.Text(1, FIRST, "13", "Huyện ủy"),
                        new Papers.Text(2, FIRST.plusSeconds(60), "31", "Ban Chỉ đạo"))
                .of(recognitions(model));
        assertThat(facts).isEqualTo(recognitions(model));
    }

    @Test
    void what_was_annulled_before_the_correction_was_never_told_anew() {
        var model = new Model("NA-2024", FIRST)
                .registered("2024-01-10")
                .awarded("a1", "GIAY_KHEN", "2024-05-01")
                .awardRevoked("a1", "ANNULLED", "2024-05-02");
        var awarded = Facts.of(history(model.incoming())).stream()
                .filter(fact -> fact.measure() == Measure.AWARDED)
                .toList();
        var decision = awarded.getFirst().get(Dimension.PAPER);
        assertThat(decision).isNotNull();
        var later = new Papers.Text(2, model.now(), "99", "Nơi khác");
        assertThat(new Papers(Map.of(decision, List.of(later))).of(awarded)).isEqualTo(awarded);
    }

    private static Papers papers(Papers.Text... texts) {
        return new Papers(Map.of("d-1", List.of(texts)));
    }

    private static List<Fact> recognitions(Model model) {
        return Facts.of(history(model.incoming())).stream()
                .filter(fact -> fact.measure() == Measure.RECOGNITIONS)
                .toList();
    }

    private static boolean isOfReplication(Fact fact) {
        return fact.measure() == Measure.REPLICATION_STARTED || fact.measure() == Measure.REPLICATED;
    }

    private static EventHistory history(List<IncomingEvent> events) {
        return EventHistory.of(events.stream().map(EventReader::read).toList());
    }

    private static List<Fact> sorted(List<Fact> facts) {
        return facts.stream().sorted(Comparator.comparing(Fact::id)).toList();
    }
}
