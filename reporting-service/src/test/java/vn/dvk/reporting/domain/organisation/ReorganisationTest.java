package vn.dvk.reporting.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Facts;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.history.EventDimensions;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.history.ModelEvent;
import vn.dvk.reporting.domain.organisation.Unit.Name;
import vn.dvk.reporting.domain.organisation.Unit.Parent;
import vn.dvk.reporting.domain.organisation.Unit.Succession;

/**
 * Random papers within two provinces: mergers, splits, moves, chains, several on one day, future ones, and annulments.
 * Models follow their units into mergers by themselves, and are back when the merger is annulled; of a split unit's models
 * some are handed over.
 */
class ReorganisationTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Instant TOLD = Instant.parse("2024-01-01T08:00:00Z");

    private final Map<String, List<Parent>> parents = new LinkedHashMap<>();
    private final Map<String, List<Succession>> successions = new LinkedHashMap<>();
    private final Map<String, List<String>> alive = new LinkedHashMap<>();
    private final List<Paper> papers = new ArrayList<>();
    private final List<Life> lives = new ArrayList<>();
    private int number;
    private LocalDate last = FIRST;

    /** A paper that is in force. */
    private record Paper(String root, Succession what) {

        /** As events name it: its successors are nobody else's. */
        String id() {
            return what.type() + ' ' + String.join(",", what.successors());
        }

        boolean isBuiltOn(Paper earlier) {
            return what.units().stream()
                    .anyMatch(unit -> earlier.what.units().contains(unit)
                            || earlier.what.successors().contains(unit));
        }
    }

    /** A model and what is told of it. */
    private static final class Life {

        private final String id;
        private final String root;
        private final List<CardEvent> events = new ArrayList<>();
        private String unit;
        private @Nullable Map<String, Fact> facts;

        Life(String id, String root, String unit, LocalDate day) {
            this.id = id;
            this.root = root;
            this.unit = unit;
            tell(
                    new ModelEvent.Registered(
                            null, "NEW", null, null, null, null, null, null, null, List.of(), null, List.of(), null,
                            List.of()),
                    day);
        }

        void tell(ModelEvent what, LocalDate day) {
            var at = events.size() + 1L;
            events.add(new CardEvent(
                    id + '/' + at,
                    "registration",
                    id,
                    at,
                    "any",
                    TOLD.plusSeconds(at),
                    TOLD.plusSeconds(at),
                    "tester",
                    "test",
                    new EventDimensions(id, id, id, "P", unit, "KT", "MODEL", "COLLECTIVE", day),
                    what));
        }

        void goTo(String other, @Nullable String merger, LocalDate day) {
            var from = unit;
            unit = other;
            tell(new ModelEvent.Transferred(from, null, merger, null, List.of(), null), day);
        }

        /** Once everything is told. */
        Map<String, Fact> facts() {
            var known = facts == null ? facts(_ -> true) : facts;
            facts = known;
            return known;
        }

        /** @return by the events they come from */
        Map<String, Fact> facts(Predicate<CardEvent> told) {
            var history = EventHistory.of(events.stream().filter(told).toList());
            return Facts.of(history).stream()
                    .filter(fact -> fact.knownTo() == null)
                    .filter(fact -> COUNTED.contains(fact.measure()))
                    .collect(Collectors.toMap(
                            fact -> fact.measure() + " " + fact.id().replaceAll("@.*", ""), fact -> fact));
        }

        long happened() {
            return events.stream()
                    .filter(event -> !(event.what() instanceof ModelEvent.Transferred))
                    .count();
        }
    }

    private static final Set<Measure> COUNTED = Set.of(Measure.REGISTERED, Measure.INSPECTED);

    private static boolean isByItself(CardEvent event) {
        return event.what() instanceof ModelEvent.Transferred transfer && transfer.succession() != null;
    }

    @RepeatedTest(200)
    void everyRootKeepsItsTotalInEveryView(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (var root : List.of("R1", "R2")) {
            parents.put(root, new ArrayList<>());
            alive.put(root, new ArrayList<>());
            for (var i = 0; i < 4; i++) {
                found(root, root, FIRST);
            }
        }
        var day = FIRST;
        for (var paper = 0; paper < 12; paper++) {
            var today = day;
            lives.forEach(life -> life.tell(new ModelEvent.Inspected("i"), today));
            for (var root : alive.keySet()) {
                alive(root).forEach(unit -> lives.add(new Life("m" + lives.size(), root, unit, today)));
            }
            day = day.plusDays(random.nextInt(3) * 20L); // several on one day, too
            sign(random, random.nextBoolean() ? "R1" : "R2", day);
            last = day;
        }
        var organisation =
                new Organisation(parents.keySet().stream().map(this::unit).toList());

        for (var ahead = -10; ahead < 40; ahead += 7) {
            var on = FIRST.plusDays(ahead * 10L);
            var tree = organisation.as(on);
            for (var root : alive.keySet()) {
                var places = facts(root).map(fact -> place(fact, tree)).toList();
                assertThat(places.stream()
                                .filter(place -> tree.pathOf(place).getLast().equals(root))
                                .count())
                        .as(root + " as on " + on)
                        .isEqualTo(happened(root));
                assertThat(tree.placesUnder(root)).containsAll(places);
            }
        }
        var then = new HashMap<LocalDate, Tree>();
        for (var root : alive.keySet()) {
            assertThat(facts(root)
                            .filter(fact -> then.computeIfAbsent(fact.attributed(), organisation::then)
                                    .path(unitOf(fact))
                                    .getLast()
                                    .equals(root))
                            .count())
                    .as(root + " as then")
                    .isEqualTo(happened(root));
        }
        nothingMovesTwice(organisation.as(last));
    }

    /** Where everything is today is the same as if reporting had followed the mergers alone. */
    private void nothingMovesTwice(Tree today) {
        for (var life : lives) {
            var without = life.facts(event -> !isByItself(event));
            life.facts().forEach((id, fact) -> {
                var other = Objects.requireNonNull(without.get(id), id);
                assertThat(place(fact, today)).as(id + " of " + life.events).isEqualTo(place(other, today));
            });
        }
    }

    private long happened(String root) {
        return lives.stream()
                .filter(life -> life.root.equals(root))
                .mapToLong(Life::happened)
                .sum();
    }

    private Stream<Fact> facts(String root) {
        return lives.stream().filter(life -> life.root.equals(root)).flatMap(life -> life.facts().values().stream());
    }

    private static String place(Fact fact, Tree tree) {
        var heirs = fact.get(Dimension.HEIRS);
        return tree.place(unitOf(fact), heirs == null ? List.of() : List.of(heirs.split(",")));
    }

    private static String unitOf(Fact fact) {
        return Objects.requireNonNull(fact.get(Dimension.UNIT));
    }

    private List<String> alive(String root) {
        return alive.computeIfAbsent(root, _ -> new ArrayList<>());
    }

    private List<Parent> parents(String unit) {
        return parents.computeIfAbsent(unit, _ -> new ArrayList<>());
    }

    private String found(String root, String parent, LocalDate day) {
        var code = root + '-' + ++number;
        parents.put(code, new ArrayList<>(List.of(new Parent(parent, day, null))));
        alive(root).add(code);
        return code;
    }

    private void sign(Random random, String root, LocalDate day) {
        var units = alive(root);
        Collections.shuffle(units, random);
        switch (random.nextInt(4)) {
            case 0 -> {
                var ending = List.copyOf(units.subList(0, Math.min(2, units.size())));
                var paper = end(root, "MERGED", ending, List.of(found(root, root, day)), day);
                lives.stream()
                        .filter(life -> ending.contains(life.unit))
                        .forEach(life -> life.goTo(paper.what().successors().getFirst(), paper.id(), day));
            }
            case 1 -> {
                var ending = List.of(units.getFirst());
                var parts = List.of(found(root, root, day), found(root, root, day));
                end(root, "SPLIT", ending, parts, day);
                lives.stream()
                        .filter(life -> ending.contains(life.unit) && random.nextBoolean())
                        .forEach(life -> life.goTo(parts.get(random.nextInt(2)), null, day));
            }
            case 2 -> annul(random, root);
            default -> {
                var moved = parents(units.getFirst());
                var was = moved.removeLast();
                if (units.size() > 1
                        && isBelow(units.getLast(), root)
                        && isAlone(units.getFirst())
                        && was.from() != null
                        && was.from().isBefore(day)) {
                    moved.add(new Parent(was.unit(), was.from(), day.minusDays(1)));
                    moved.add(new Parent(units.getLast(), day, null));
                } else {
                    moved.add(was);
                }
            }
        }
    }

    /** One that nothing builds on, if there is any. */
    private void annul(Random random, String root) {
        var free = papers.stream()
                .filter(paper -> paper.root().equals(root))
                .filter(paper ->
                        papers.stream().skip(papers.indexOf(paper) + 1L).noneMatch(later -> later.isBuiltOn(paper)))
                .toList();
        if (free.isEmpty()) {
            return;
        }
        var paper = free.get(random.nextInt(free.size()));
        papers.remove(paper);
        paper.what().units().forEach(unit -> {
            Objects.requireNonNull(successions.get(unit)).remove(paper.what());
            alive(root).add(unit);
        });
        lives.forEach(life -> life.events.stream()
                .filter(event -> event.what() instanceof ModelEvent.Transferred transfer
                        && paper.id().equals(transfer.succession()))
                .findFirst()
                .ifPresent(event -> undo(life, event, paper)));
    }

    private static void undo(Life life, CardEvent event, Paper paper) {
        if (life.unit.equals(event.dimensions().unit())) {
            life.unit = ((ModelEvent.Transferred) event.what()).from();
        }
        life.tell(
                new ModelEvent.Transferred(event.dimensions().unit(), null, paper.id(), true, List.of(), null),
                event.dimensions().on());
    }

    private boolean isBelow(String unit, String root) {
        return parents(unit).getLast().unit().equals(root);
    }

    /** So that no circle can come about. */
    private boolean isAlone(String unit) {
        return parents.values().stream()
                .flatMap(List::stream)
                .noneMatch(parent -> parent.unit().equals(unit));
    }

    private Paper end(String root, String type, List<String> ending, List<String> successors, LocalDate day) {
        var succession = new Succession(type, ending, successors, day);
        ending.forEach(unit ->
                successions.computeIfAbsent(unit, _ -> new ArrayList<>()).add(succession));
        alive(root).removeAll(ending);
        var paper = new Paper(root, succession);
        papers.add(paper);
        return paper;
    }

    private Unit unit(String code) {
        return new Unit(
                code,
                List.of(new Name("Đơn vị " + code, null, null)),
                "OTHER",
                parents(code),
                null,
                null,
                successions.getOrDefault(code, List.of()));
    }
}
