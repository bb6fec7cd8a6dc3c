package vn.dvk.reporting.domain.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.ModelEvent.Step;

/**
 * Where a model stood on each day, as far as is known: at the first step that was not done, or through. Days are those of
 * the papers, in whatever order they were recorded.
 */
final class Progress {

    /**
     * A time in which nothing moved.
     *
     * @param step    the step it stood at; null while the process is not opened, and when it is through
     * @param outcome of the yearly review that closed it; null if none did
     */
    record State(
            Measure measure,
            @Nullable Step step,
            @Nullable String outcome,
            LocalDate on,
            @Nullable LocalDate until) {

        String key() {
            return measure.code() + ':' + (step == null ? "" : step.code()) + ':' + on;
        }

        private boolean isLike(State other) {
            return measure == other.measure
                    && Objects.equals(step, other.step)
                    && Objects.equals(outcome, other.outcome);
        }

        private State to(LocalDate end) {
            return new State(measure, step, outcome, on, end);
        }
    }

    /** @param until the day it was returned; null while it is done */
    private record Done(LocalDate on, @Nullable LocalDate until) {

        private boolean covers(LocalDate day) {
            return !day.isBefore(on) && (until == null || day.isBefore(until));
        }
    }

    private static final Set<String> OVER = Set.of("STOPPED", "ENDED");

    /** @param effectiveUntil what evaluation tells of it, whose setting alone says for how long; null: not effective */
    private record Review(
            LocalDate on,
            int year,
            int place,
            String outcome,
            @Nullable LocalDate effectiveUntil) {}

    private final Map<String, List<Done>> done = new HashMap<>();
    private final Map<String, Review> reviews = new HashMap<>();
    private List<Step> steps = List.of();
    private @Nullable LocalDate registered;
    private @Nullable LocalDate opened;
    private @Nullable LocalDate withdrawn;

    void register(LocalDate on) {
        registered = on;
    }

    /** Null until it is registered. */
    @Nullable
    LocalDate registered() {
        return registered;
    }

    void open(LocalDate on, List<Step> all) {
        opened = on;
        steps = all.stream().sorted(Comparator.comparingInt(Step::order)).toList();
    }

    void complete(String step, LocalDate on) {
        done.computeIfAbsent(step, _ -> new ArrayList<>()).add(new Done(on, null));
    }

    void reopen(String step, LocalDate on) {
        done.computeIfAbsent(step, _ -> new ArrayList<>())
                .replaceAll(time -> time.covers(on) ? new Done(time.on(), on) : time);
    }

    /**
     * @param review that of a year, of which there is one; said again it takes the place of what was said before
     * @param place  in what was told of the model
     */
    void review(String review, int year, int place, String outcome, LocalDate on, @Nullable LocalDate effectiveUntil) {
        reviews.put(review, new Review(on, year, place, outcome, effectiveUntil));
    }

    void withdraw(LocalDate on) {
        withdrawn = on;
    }

    /** Where it stood, and beside that the times in which it was effective. */
    List<State> states() {
        return Stream.concat(standing().stream(), effective().stream()).toList();
    }

    private List<State> effective() {
        var inOrder = inOrder();
        var times = new ArrayList<State>();
        for (var i = 0; i < inOrder.size(); i++) {
            var review = inOrder.get(i);
            var end = review.effectiveUntil();
            if (end == null) {
                continue;
            }
            var next = i + 1 < inOrder.size() ? inOrder.get(i + 1).on() : end;
            var until = next.isBefore(end) ? next : end;
            if (review.on().isBefore(until)) {
                times.add(new State(Measure.EFFECTIVE, null, null, review.on(), until));
            }
        }
        return times;
    }

    /** Of two of one day the one of the later year speaks, as in evaluation. */
    private List<Review> inOrder() {
        return reviews.values().stream()
                .sorted(Comparator.comparing(Review::on)
                        .thenComparingInt(Review::year)
                        .thenComparingInt(Review::place))
                .toList();
    }

    /** One after the other, from the registration on; none follows a withdrawal. */
    private List<State> standing() {
        var start = registered == null ? opened : registered;
        if (start == null || withdrawn != null && !withdrawn.isAfter(start)) {
            return List.of();
        }
        var states = new ArrayList<State>();
        for (var day : turns(start)) {
            var state = on(day);
            if (states.isEmpty() || !states.getLast().isLike(state)) {
                if (!states.isEmpty()) {
                    states.set(states.size() - 1, states.getLast().to(day));
                }
                states.add(state);
            }
        }
        if (withdrawn != null) {
            states.set(states.size() - 1, states.getLast().to(withdrawn));
        }
        return states;
    }

    /** Days from the start on, before a withdrawal, on which something may have changed. */
    private Iterable<LocalDate> turns(LocalDate start) {
        var days = new TreeSet<LocalDate>();
        done.values().stream().flatMap(List::stream).forEach(time -> {
            days.add(time.on());
            if (time.until() != null) {
                days.add(time.until());
            }
        });
        reviews.values().forEach(review -> days.add(review.on()));
        days.add(start);
        var later = days.tailSet(start, true);
        return withdrawn == null ? later : later.headSet(withdrawn, false);
    }

    private State on(LocalDate day) {
        var step = steps.stream().filter(one -> !isDone(one.code(), day)).findFirst();
        var said =
                inOrder().stream().filter(review -> !review.on().isAfter(day)).reduce((_, last) -> last);
        if (said.isPresent() && OVER.contains(said.get().outcome())) {
            return new State(Measure.CLOSED, null, said.get().outcome(), day, null);
        }
        var through = !steps.isEmpty() && step.isEmpty();
        return new State(through ? Measure.CLOSED : Measure.IN_PROGRESS, step.orElse(null), null, day, null);
    }

    private boolean isDone(String step, LocalDate day) {
        return done.getOrDefault(step, List.of()).stream().anyMatch(time -> time.covers(day));
    }
}
