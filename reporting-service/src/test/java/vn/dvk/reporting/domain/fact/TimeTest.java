package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Model;

/** Random lives: what must hold of every model's facts on every day, whatever happens to it later. */
class TimeTest {

    private static final Instant FIRST = Instant.parse("2024-03-01T02:00:00Z");
    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final List<String> STEPS = List.of("CARRY_OUT", "APPRAISE", "SUM_UP");

    /** What a table of a day is made of: which facts count in it, by what they are counted by. */
    private record Counted(Measure measure, LocalDate on, Map<Dimension, String> dimensions) {}

    @RepeatedTest(300)
    void whatHappensLaterNeverChangesTheAnswerAboutADay(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var model = registered(random);
        live(model, random, 12, () -> NEW_YEAR.plusDays(random.nextInt(365)));
        var day = NEW_YEAR.plusDays(random.nextInt(400));
        var before = answers(facts(model), day);

        live(model, random, 12, () -> day.plusDays(1 + random.nextInt(300)));

        assertThat(answers(facts(model), day)).containsExactlyInAnyOrderElementsOf(before);
    }

    @RepeatedTest(100)
    void aRegisteredModelIsInExactlyOneStateOnEachDay(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var model = registered(random);
        live(model, random, 20, () -> NEW_YEAR.plusDays(random.nextInt(365)));

        var facts = facts(model);
        for (var day = NEW_YEAR; day.getYear() == 2024; day = day.plusDays(1)) {
            var counted = answers(facts, day);
            var registered = counted.stream()
                    .filter(one -> one.measure() == Measure.REGISTERED)
                    .count();
            var states = counted.stream()
                    .filter(one -> List.of(Measure.IN_PROGRESS, Measure.CLOSED, Measure.WITHDRAWN)
                            .contains(one.measure()))
                    .count();
            assertThat(states).as(day.toString()).isEqualTo(registered);
        }
    }

    /**
     * Asked as known at some time, an answer is the one that was given then: by facts that were made of what was known then,
     * and by those that were made of everything later, whichever service was told it and whoever's clock was wrong.
     */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatBecomesKnownLaterNeverChangesAnAnswerAsKnownBefore(@ForAll("seeds") long seed) {
        var random = new Random(seed);
        var model = registered(random);
        for (var i = 0; i < 10; i++) {
            live(model, random, 2, () -> NEW_YEAR.plusDays(random.nextInt(365)));
            tellAnew(model, random, NEW_YEAR.plusDays(random.nextInt(365)).toString());
        }
        var appended = appended(model, random);
        var whole = Facts.of(EventHistory.of(appended));
        for (var known : appended.stream().map(CardEvent::appended).distinct().toList()) {
            var then = Facts.of(EventHistory.of(appended.stream()
                    .filter(event -> !event.appended().isAfter(known))
                    .toList()));
            for (var i = 0; i < 2; i++) {
                var day = NEW_YEAR.plusDays(random.nextInt(400));
                assertThat(asKnown(whole, known, day))
                        .as("%s as known %s", day, known)
                        .containsExactlyInAnyOrderElementsOf(asKnown(then, known, day));
            }
        }
    }

    /** What was wrong from the start, and what is otherwise from a day on. */
    private static void tellAnew(Model model, Random random, String on) {
        var number = Integer.toString(random.nextInt(2));
        var unit = "NA-0" + (1 + random.nextInt(3));
        switch (random.nextInt(12)) {
            case 0, 1 ->
                model.with("field", random.nextBoolean() ? "KT" : "VHXH").corrected(on, "field");
            case 2 -> model.with("field", random.nextBoolean() ? "KT" : "QPAN").changed(on, "field");
            case 3 -> model.transferred(unit, on);
            case 4 -> model.awarded("a" + number, "GIAY_KHEN", on);
            case 5 -> model.awardCorrected("a" + number, "BANG_KHEN", on);
            case 6 -> model.awardRevoked("a" + number, random.nextBoolean() ? "ANNULLED" : "ENDED", on);
            case 7 -> model.evaluated("c" + number, "GOOD", on);
            case 8 -> model.conclusionVoided("c" + number, on);
            case 9 -> model.refused("r" + number, "PROVINCE", on);
            case 10 -> model.refusalCorrected("r" + number, "DISTRICT", on, on);
            default -> {
                if (random.nextInt(20) == 0) {
                    model.voided(on);
                } else {
                    model.forwarded("TINH-2024", on, "KT", "KINH-TE");
                }
            }
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** Each stream in its order, the topics mixed as it happens, some of it in the same millisecond, recorded by any clock. */
    private static List<CardEvent> appended(Model model, Random random) {
        var at = new HashMap<String, Instant>();
        return model.events().stream()
                .map(event -> {
                    var time = at.merge(
                            event.source() + event.subject(),
                            FIRST.plusMillis(random.nextInt(60)),
                            (before, _) -> before.plusMillis(random.nextInt(20)));
                    var wrong = FIRST.plusSeconds(random.nextInt(-5_000, 5_000));
                    return EventReader.read(event.recordedAt(wrong).incoming(time));
                })
                .toList();
    }

    private static List<Counted> asKnown(List<Fact> facts, Instant known, LocalDate day) {
        return facts.stream()
                .filter(fact -> !fact.on().isAfter(day)
                        && !fact.knownFrom().isAfter(known)
                        && (fact.knownTo() == null || fact.knownTo().isAfter(known)))
                .flatMap(fact -> Stream.of(Measure.values())
                        .filter(measure -> measure.facts() == fact.measure())
                        .filter(measure -> measure.time() == Measure.Time.FLOW
                                || fact.until() == null
                                || fact.until().isAfter(day)
                                || fact.untilKnown() != null
                                        && fact.untilKnown().isAfter(known))
                        .map(measure -> new Counted(measure, fact.on(), fact.dimensions())))
                .toList();
    }

    private static Model registered(Random random) {
        var on = NEW_YEAR.plusDays(random.nextInt(200)).toString();
        return new Model("NA-2024", FIRST)
                .submitted("2023-12-01")
                .registered(on)
                .opened(on);
    }

    private interface Day {
        LocalDate next();
    }

    /** Things that may happen to a model in this order of recording, on whatever days. */
    private static void live(Model model, Random random, int events, Day day) {
        for (var i = 0; i < events; i++) {
            var on = day.next().toString();
            var step = random.nextInt(STEPS.size());
            var number = Integer.toString(random.nextInt(3));
            switch (random.nextInt(13)) {
                case 0, 1, 2, 3 -> model.step(STEPS.get(step), step + 3, on);
                case 4, 5 -> model.stepReturned(STEPS.get(step), step + 3, on);
                case 6 -> model.evaluated("GOOD", on);
                case 7 -> model.recognized("r" + number, "DISTRICT", on);
                case 8 -> model.recognitionRevoked("r" + number, on);
                case 9 -> model.replication("replication-started", "p" + number, "NA-05", on);
                case 10 -> model.replication("replication-stopped", "p" + number, "NA-05", on);
                case 11 ->
                    model.reviewed(2024 + model.events().size(), random.nextBoolean() ? "MAINTAINED" : "STOPPED", on);
                default -> {
                    // Once, and not before it was registered: nothing else is accepted.
                    if (!happened(model, "model-withdrawn") && isAfterRegistration(model, on)) {
                        model.withdrawn(on);
                    }
                }
            }
        }
    }

    private static boolean happened(Model model, String type) {
        return model.incoming().stream().anyMatch(event -> event.type().contains(type));
    }

    private static boolean isAfterRegistration(Model model, String on) {
        return model.incoming().stream()
                .filter(event -> event.type().contains("model-registered"))
                .map(EventReader::read)
                .allMatch(event -> event.dimensions().on().isBefore(LocalDate.parse(on)));
    }

    private static List<Fact> facts(Model model) {
        return Facts.of(
                EventHistory.of(model.incoming().stream().map(EventReader::read).toList()));
    }

    /** As known now. */
    private static List<Counted> answers(List<Fact> facts, LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.knownTo() == null && !fact.on().isAfter(day))
                .flatMap(fact -> Stream.of(Measure.values())
                        .filter(measure -> measure.facts() == fact.measure())
                        .filter(measure -> measure.time() == Measure.Time.FLOW
                                || fact.until() == null
                                || fact.until().isAfter(day))
                        .map(measure -> new Counted(measure, fact.on(), fact.dimensions())))
                .toList();
    }
}
