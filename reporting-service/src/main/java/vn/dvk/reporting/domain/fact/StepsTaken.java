package vn.dvk.reporting.domain.fact;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.ModelEvent.Step;

/** Which steps of its process a model has done, and the one it stands at: the first that is not done. */
final class StepsTaken {

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private boolean left;
    private @Nullable Step stood;

    void begin(List<Step> opened) {
        steps.clear();
        opened.stream().sorted(Comparator.comparingInt(Step::order)).forEach(step -> steps.put(step.code(), step));
    }

    void done(String step) {
        done.add(step);
    }

    void reopen(String step) {
        done.remove(step);
    }

    /** Withdrawn: it stands nowhere any more. */
    void leave() {
        left = true;
    }

    @Nullable
    Step current() {
        return left
                ? null
                : steps.values().stream()
                        .filter(step -> !done.contains(step.code()))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether it stands elsewhere than when this was last asked. */
    boolean moved() {
        var now = current();
        var moved = !Objects.equals(now, stood);
        stood = now;
        return moved;
    }
}
