package vn.dvk.reporting.domain.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
