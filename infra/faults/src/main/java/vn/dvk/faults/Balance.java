package vn.dvk.faults;

import static vn.dvk.replay.api.Service.REGISTRATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import vn.dvk.replay.api.Service;

/** The ledger on one side, what is found on the other; what is on one side only. Safe for several threads. */
final class Balance {

    private final Ledger ledger;
    private final Ledger.Page page;
    private final Set<String> lost = new ConcurrentSkipListSet<>();
    private final Set<String> phantoms = new ConcurrentSkipListSet<>();

    Balance(Ledger ledger, Ledger.Page page) {
        this.ledger = ledger;
        this.page = page;
    }

    /** Commands that are not everywhere they should be, by name and place. */
    Set<String> lost() {
        return lost;
    }

    /** What is there and no command accounts for. */
    Set<String> phantoms() {
        return phantoms;
    }

    /**
     * The published events of the model's own stream.
     *
     * @param found types by position
     * @param where they were found
     */
    void published(Service service, String model, Map<Long, String> found, String where) {
        var left = new TreeMap<>(found);
        var position = 0L;
        for (var accepted : page.of(model, service)) {
            var published = accepted.what().published();
            if (published.isPresent() && !accepted.what().beside()) {
                position++;
                if (published.get().equals(left.get(position))) {
                    left.remove(position);
                } else {
                    lost.add("%s %s (%s)".formatted(model, accepted.what(), where));
                }
            }
        }
        left.forEach((at, type) -> phantoms.add("%s %d %s (%s)".formatted(model, at, type, where)));
    }

    /**
     * What is published about the model in streams of their own, one event in each.
     *
     * @param found types, in any order
     */
    void beside(Service service, String model, List<String> found, String where) {
        var left = new ArrayList<>(found);
        for (var accepted : page.of(model, service)) {
            if (accepted.what().beside()
                    && !left.remove(accepted.what().published().orElseThrow())) {
                lost.add("%s %s (%s)".formatted(model, accepted.what(), where));
            }
        }
        left.forEach(type -> phantoms.add("%s %s (%s)".formatted(model, type, where)));
    }

    /** Registration's own history of a model: every command since the submission an event, and the version that was answered its place. */
    void stored(String model, List<String> history) {
        var accepted = page.of(model, REGISTRATION).stream()
                .filter(one -> one.what().stored().isPresent())
                .toList();
        for (var number = 0; number < accepted.size(); number++) {
            var one = accepted.get(number);
            var there = number < history.size()
                    && history.get(number).equals(one.what().stored().orElse(""));
            if (!there || one.version() != number + 1) {
                lost.add("%s %s (history)".formatted(model, one.what()));
            }
        }
        for (var number = accepted.size(); number < history.size(); number++) {
            phantoms.add("%s %d %s (history)".formatted(model, number + 1, history.get(number)));
        }
    }

    /** Something about a stream is there: somebody must account for it. */
    void there(String stream, String what) {
        if (!ledger.accountsFor(stream)) {
            phantoms.add(stream + " " + what);
        }
    }
}
