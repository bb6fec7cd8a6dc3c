package vn.dvk.replay.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dvk.replay.cases.Case.Among;
import vn.dvk.replay.cases.InvalidCase;
import vn.dvk.replay.cases.Place;

/** Chooses entries in the order of the case, each at most once: the named ones first, because they come first. */
final class Pick {

    private final List<Entry> entries;
    private final Set<String> taken = new HashSet<>();

    Pick(List<Entry> entries) {
        this.entries = entries;
    }

    /** @throws InvalidCase at {@code place} when fewer entries than {@code count} are left */
    List<String> take(int count, Among among, Place place) {
        var left = entries.stream()
                .filter(entry -> !taken.contains(entry.key()))
                .filter(entry -> among.includes(entry.kind(), entry.subject(), entry.field(), entry.unit()))
                .map(Entry::key)
                .toList();
        if (left.size() < count) {
            throw InvalidCase.at(
                    place.member("count"),
                    "cần %d đăng ký phù hợp, hồ sơ chỉ còn %d".formatted(count, left.size()),
                    "needs %d such registrations, the case has only %d left".formatted(count, left.size()));
        }
        var picked = left.subList(0, count);
        taken.addAll(picked);
        return List.copyOf(picked);
    }
}
