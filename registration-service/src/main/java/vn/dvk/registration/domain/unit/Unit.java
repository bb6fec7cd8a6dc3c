package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it follows from the structure.
 *
 * @param successions what it is among the {@link Succession#units units} of and what was not annulled, in the order in
 *     which it takes effect
 * @param version     how often it has been described, reorganized, or a reorganization of it annulled
 */
public record Unit(String code, Profile profile, List<Succession> successions, long version) {

    public Unit {
        successions = successions.stream().sorted(Succession.ORDER).toList();
    }

    Unit described(Profile other) {
        return new Unit(code, other, successions, version + 1);
    }

    Unit with(Succession succession) {
        var more = new ArrayList<>(successions);
        more.add(succession);
        return new Unit(code, profile, more, version + 1);
    }

    Unit without(Succession succession) {
        var fewer = new ArrayList<>(successions);
        fewer.remove(succession);
        return new Unit(code, profile, fewer, version + 1);
    }

    /** A name, a kind or a superior with its days; null means open on that side. */
    public record Dated(
            String value,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && isNotOver(to, day);
        }
    }

    public List<Dated> names() {
        return dated(profile.name(), Succession.Type.RENAMED, Succession::name);
    }

    /** Terms of the vocabulary of kinds. */
    public List<Dated> kinds() {
        return dated(profile.kind(), Succession.Type.RENAMED, Succession::kind);
    }

    /** The last one it has. */
    public String kind() {
        return kinds().isEmpty() ? profile.kind() : kinds().getLast().value();
    }

    /** Null while it is of none. */
    public @Nullable String kindOn(LocalDate day) {
        return kinds().stream()
                .filter(kind -> kind.covers(day))
                .map(Dated::value)
                .findFirst()
                .orElse(null);
    }

    public List<Dated> parents() {
        return dated(profile.parent(), Succession.Type.MOVED, Succession::parent);
    }

    /** What ended it, if a reorganization did. A unit into which others are merged goes on, although it is one of those merged. */
    Optional<Succession> end() {
        return successions.stream().filter(one -> one.ends(code)).findFirst();
    }

    /** The last day, whether it was described or follows from a merger, split or dissolution: the earliest that is known. */
    public @Nullable LocalDate lastDay() {
        return Stream.concat(
                        Stream.ofNullable(profile.validTo()),
                        end().map(one -> one.effective().minusDays(1)).stream())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Whether there is a day on which both are there. */
    boolean isThereTogetherWith(Unit other) {
        var from = profile.validFrom();
        var othersFrom = other.profile.validFrom();
        return (from == null || isNotOver(other.lastDay(), from))
                && (othersFrom == null || isNotOver(lastDay(), othersFrom));
    }

    public boolean isAliveOn(LocalDate day) {
        return hasBegunBy(day) && isNotOver(lastDay(), day);
    }

    /**
     * On the day of a succession, before it: what ends on that day by an earlier one is no more, by a later one it still is.
     * A description that says no more than a last day does not say which came first.
     */
    boolean isAliveFor(Succession succession) {
        var day = succession.effective();
        return hasBegunBy(day)
                && isNotOver(profile.validTo(), day.minusDays(1))
                && end().filter(one -> one.isBefore(succession)).isEmpty();
    }

    private boolean hasBegunBy(LocalDate day) {
        var from = profile.validFrom();
        return from == null || !day.isBefore(from);
    }

    private static boolean isNotOver(@Nullable LocalDate last, LocalDate day) {
        return last == null || !day.isAfter(last);
    }

    private List<Dated> dated(@Nullable String first, Succession.Type type, Function<Succession, @Nullable String> of) {
        var dated = new ArrayList<Dated>();
        var value = first;
        var from = profile.validFrom();
        for (var change : successions) {
            var next = change.type() == type ? of.apply(change) : null;
            if (next != null) {
                add(dated, value, from, change.effective().minusDays(1));
                value = next;
                from = change.effective();
            }
        }
        add(dated, value, from, lastDay());
        return List.copyOf(dated);
    }

    /** Two changes on the same day: only the later one was ever in force. */
    private static void add(
            List<Dated> dated, @Nullable String value, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (value != null && (from == null || to == null || !to.isBefore(from))) {
            dated.add(new Dated(value, from, to));
        }
    }
}
