package vn.dvk.reporting.domain.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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
     * @param step the step it stood at; null while the process is not opened, and when it is through
     */
    record State(
            Measure measure,
            @Nullable Step step,
            LocalDate on,
            @Nullable LocalDate until) {

        String key() {
            return measure.code() + ':' + (step == null ? "" : step.code()) + ':' + on;
        }

        private boolean isLike(State other) {
            return measure == other.measure && Objects.equals(step, other.step);
        }

        private State to(LocalDate end) {
            return new State(measure, step, on, end);
        }
    }

    /** @param until the day it was returned; null while it is done */
    private record Done(LocalDate on, @Nullable LocalDate until) {

        private boolean covers(LocalDate day) {
            return !day.isBefore(on) && (until == null || day.isBefore(until));
        }
    }

    private final Map<String, List<Done>> done = new HashMap<>();
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

    void withdraw(LocalDate on) {
        withdrawn = on;
    }

    /** One after the other, from the registration on; none follows a withdrawal. */
    List<State> states() {
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
        days.add(start);
        var later = days.tailSet(start, true);
        return withdrawn == null ? later : later.headSet(withdrawn, false);
    }

    private State on(LocalDate day) {
        var step = steps.stream().filter(one -> !isDone(one.code(), day)).findFirst();
        var through = !steps.isEmpty() && step.isEmpty();
        return new State(through ? Measure.CLOSED : Measure.IN_PROGRESS, step.orElse(null), day, null);
    }

    private boolean isDone(String step, LocalDate day) {
        return done.getOrDefault(step, List.of()).stream().anyMatch(time -> time.covers(day));
    }
}
