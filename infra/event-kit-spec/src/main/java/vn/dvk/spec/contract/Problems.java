package vn.dvk.spec.contract;

import java.util.ArrayList;
import java.util.List;

/** Everything a check has found wrong, so that one run shows all of it. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        found.add(problem);
    }

    void addAll(List<String> problems) {
        found.addAll(problems);
    }

    List<String> list() {
        return List.copyOf(found);
    }

    /** @throws AssertionError naming every problem, when there is one */
    void throwIfAny(String what) {
        if (!found.isEmpty()) {
            throw new AssertionError(what + ":\n  - " + String.join("\n  - ", found));
        }
    }
}
