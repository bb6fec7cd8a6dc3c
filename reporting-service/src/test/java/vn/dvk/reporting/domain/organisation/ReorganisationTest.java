package vn.dvk.reporting.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.dvk.reporting.domain.organisation.Unit.Name;
import vn.dvk.reporting.domain.organisation.Unit.Parent;
import vn.dvk.reporting.domain.organisation.Unit.Succession;

/** Random papers within two provinces: mergers, splits, moves, chains, several on one day, future ones. */
class ReorganisationTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final Map<String, List<Parent>> parents = new LinkedHashMap<>();
    private final Map<String, List<Succession>> successions = new LinkedHashMap<>();
    private final Map<String, List<String>> alive = new LinkedHashMap<>();
    private int number;

    /** What a unit did on a day, and whom its model was assigned to later. */
    private record Done(String unit, String root, List<String> assigned) {}

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
        var done = new ArrayList<Done>();
        var day = FIRST;
        for (var paper = 0; paper < 12; paper++) {
            for (var root : alive.keySet()) {
                alive(root).forEach(unit -> done.add(new Done(unit, root, List.of())));
            }
            day = day.plusDays(random.nextInt(3) * 20L); // several on one day, too
            sign(random, random.nextBoolean() ? "R1" : "R2", day, done);
        }
        var organisation =
                new Organisation(parents.keySet().stream().map(this::unit).toList());

        for (var ahead = -10; ahead < 40; ahead += 7) {
            var tree = organisation.as(FIRST.plusDays(ahead * 10L));
            for (var root : alive.keySet()) {
                var own = done.stream().filter(one -> one.root().equals(root)).count();
                var counted = done.stream()
                        .map(one -> tree.pathOf(tree.place(one.unit(), one.assigned())))
                        .filter(path -> path.getLast().equals(root))
                        .count();
                assertThat(counted).as(root + " after " + ahead).isEqualTo(own);
                assertThat(tree.placesUnder(root))
                        .containsAll(done.stream()
                                .filter(one -> one.root().equals(root))
                                .map(one -> tree.place(one.unit(), one.assigned()))
                                .toList());
            }
        }
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

    private void sign(Random random, String root, LocalDate day, List<Done> done) {
        var units = alive(root);
        Collections.shuffle(units, random);
        switch (random.nextInt(3)) {
            case 0 -> {
                var ending = List.copyOf(units.subList(0, Math.min(2, units.size())));
                end(root, "MERGED", ending, List.of(found(root, root, day)), day);
            }
            case 1 -> {
                var ending = List.of(units.getFirst());
                var parts = List.of(found(root, root, day), found(root, root, day));
                end(root, "SPLIT", ending, parts, day);
                done.replaceAll(one -> one.unit().equals(ending.getFirst()) && random.nextBoolean()
                        ? new Done(one.unit(), one.root(), List.of(parts.get(random.nextInt(2))))
                        : one);
            }
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

    private boolean isBelow(String unit, String root) {
        return parents(unit).getLast().unit().equals(root);
    }

    /** So that no circle can come about. */
    private boolean isAlone(String unit) {
        return parents.values().stream()
                .flatMap(List::stream)
                .noneMatch(parent -> parent.unit().equals(unit));
    }

    private void end(String root, String type, List<String> ending, List<String> successors, LocalDate day) {
        var succession = new Succession(type, ending, successors, day);
        ending.forEach(unit ->
                successions.computeIfAbsent(unit, _ -> new ArrayList<>()).add(succession));
        alive(root).removeAll(ending);
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
