package vn.dvk.registration.domain.unit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/**
 * One act of reorganization (sắp xếp), whatever number of units it is about. A paper may order several, one after the
 * other.
 *
 * @param id         follows from the request; what comes of it names it
 * @param sequence   its place among those of the same day, from 1; 0 while it has none
 * @param units      the units it happened to
 * @param successors the units that go on; empty if none does
 * @param effective  first day of the new state
 * @param name       the new name, for {@link Type#RENAMED}
 * @param parent     the new superior, for {@link Type#MOVED}
 * @param decision   the paper
 * @param basis      the decision in words, where its number is not known
 * @param kind       the new kind, a term, where a unit that is {@link Type#RENAMED} becomes one of another kind
 * @param paper      id of what it was told with and is annulled with: a paper of several acts, or the act that it follows
 *     from; null if it stands by itself
 */
public record Succession(
        String id,
        int sequence,
        Type type,
        List<String> units,
        List<String> successors,
        LocalDate effective,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String kind,
        @Nullable Paper decision,
        @Nullable String basis,
        @Nullable String paper) {

    /** That leaves every unit of the kind it is of. */
    public Succession(
            String id,
            int sequence,
            Type type,
            List<String> units,
            List<String> successors,
            LocalDate effective,
            @Nullable String name,
            @Nullable String parent,
            @Nullable Paper decision,
            @Nullable String basis,
            @Nullable String paper) {
        this(id, sequence, type, units, successors, effective, name, parent, null, decision, basis, paper);
    }

    /** In the order in which they take effect. */
    static final Comparator<Succession> ORDER =
            Comparator.comparing(Succession::effective).thenComparing(Succession::sequence);

    /** What happened. */
    public enum Type {
        CREATED,
        /** Also into a unit of another kind: a district that becomes a town. */
        RENAMED,
        MOVED,
        /** n to 1. */
        MERGED,
        /** 1 to n. */
        SPLIT,
        DISSOLVED;

        private boolean ends() {
            return this == MERGED || this == SPLIT || this == DISSOLVED;
        }
    }

    public Succession {
        units = List.copyOf(units);
        successors = List.copyOf(successors);
    }

    /** Whether that unit is no more from the effective day on: not if it is what the others were merged into. */
    public boolean ends(String unit) {
        return type.ends() && units.contains(unit) && !successors.contains(unit);
    }

    /** Whether the unit is one of those it happened to or one that goes on. */
    public boolean isAbout(String unit) {
        return units.contains(unit) || successors.contains(unit);
    }

    /** Whether whatever the unit had goes over to one other unit, and to which nobody has to say. */
    boolean isPureMergerOf(String unit) {
        return type == Type.MERGED && successors.size() == 1 && ends(unit);
    }

    /** Whether the unit is no more, and it has to be said whose its models are: after a split, or a dissolution. */
    boolean leavesOpenOf(String unit) {
        return ends(unit) && !isPureMergerOf(unit);
    }

    /** Whether it takes effect before the other one. */
    boolean isBefore(Succession other) {
        return ORDER.compare(this, other) < 0;
    }

    /** The same paper about the same units, whoever told it and when. */
    boolean saysTheSameAs(Succession other) {
        return unnumbered().equals(other.unnumbered());
    }

    private Succession unnumbered() {
        return new Succession("", 0, type, units, successors, effective, name, parent, kind, decision, basis, null);
    }

    Succession numbered(int place) {
        return new Succession(
                id, place, type, units, successors, effective, name, parent, kind, decision, basis, paper);
    }

    /** That units go over to another superior, because this one leaves them without theirs. */
    Succession movingOn(List<String> left, String to) {
        var own = UUID.nameUUIDFromBytes((id + " moving on").getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Succession(
                own,
                sequence + 1,
                Type.MOVED,
                left,
                List.of(),
                effective,
                null,
                to,
                decision,
                basis,
                paper == null ? id : paper);
    }
}
