package vn.dvk.reporting.read.preview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/**
 * A paper as registration would be told it: one act ({@code POST /api/v1/successions}), or several in {@code acts} ({@code
 * POST /api/v1/papers}); what only matters there may be left out.
 *
 * @param effective first day of the new state
 * @param parent    the new superior, for MOVED
 * @param acts      in their order; then the paper says no type and no units of its own
 */
record Proposed(
        @Nullable Type type,
        @Nullable @Size(min = 1, max = 500) List<@NotBlank @Size(max = 40) String> units,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 40) String> successors,
        @NotNull LocalDate effective,
        @Nullable @Size(min = 1, max = 300) String name,
        @Nullable @Size(min = 1, max = 40) String parent,
        @Nullable @Size(min = 1, max = 40) String kind,
        @Nullable Object decision,
        @Nullable String basis,
        @Nullable @Size(min = 1, max = 500) List<@NotNull @Valid Act> acts) {

    enum Type {
        CREATED,
        RENAMED,
        MOVED,
        MERGED,
        SPLIT,
        DISSOLVED
    }

    /** What becomes of what a unit leads. */
    enum Going {
        /** It goes over to the one successor by itself. */
        BY_ITSELF,
        /** Somebody has to say to whom, model by model. */
        BY_HAND,
        STAYS
    }

    /**
     * @param parent the new superior, for MOVED
     * @param kind   the new kind, for RENAMED; it touches no figure
     */
    record Act(
            @NotNull Type type,
            @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 40) String> units,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 40) String> successors,
            @Nullable @Size(min = 1, max = 300) String name,
            @Nullable @Size(min = 1, max = 40) String parent,
            @Nullable @Size(min = 1, max = 40) String kind) {

        private boolean endsAny() {
            return type == Type.MERGED || type == Type.SPLIT || type == Type.DISSOLVED;
        }

        private boolean ends(String unit) {
            return endsAny() && units.contains(unit) && !goesOn().contains(unit);
        }

        private List<String> goesOn() {
            return successors == null ? List.of() : successors;
        }

        private @Nullable String superior() {
            return type == Type.MOVED ? parent : null;
        }

        private Stream<String> named() {
            return Stream.of(units.stream(), goesOn().stream(), Stream.ofNullable(superior()))
                    .flatMap(one -> one);
        }

        private DirectorySnapshot.Act on(LocalDate day) {
            // What takes nobody's place has no successors in the tree.
            return new DirectorySnapshot.Act(
                    new Unit.Succession(type.name(), units, endsAny() ? goesOn() : List.of(), day), superior());
        }
    }

    /** Which of the two it is has to be clear. */
    void refuseHalf() {
        if (acts == null) {
            var faults = Stream.of(type == null ? "type" : "", units == null ? "units" : "")
                    .filter(field -> !field.isEmpty())
                    .map(field -> Fault.of(field, WebReason.REQUIRED))
                    .toList();
            if (!faults.isEmpty()) {
                throw new Refused(Refusal.of(WebReason.INVALID_FIELDS, faults));
            }
        } else if (type != null
                || units != null
                || successors != null
                || name != null
                || parent != null
                || kind != null) {
            throw new Refused(
                    Refusal.of(WebReason.INVALID_FIELDS, List.of(Fault.of("acts", QueryReason.ACTS_AND_ACT))));
        }
    }

    private List<Act> all() {
        return acts == null
                ? List.of(new Act(
                        Objects.requireNonNull(type, "refused before"),
                        Objects.requireNonNull(units, "refused before"),
                        successors,
                        name,
                        parent,
                        kind))
                : acts;
    }

    /** The units it happens to. */
    List<String> touched() {
        return all().stream().flatMap(act -> act.units().stream()).distinct().toList();
    }

    /** Everybody it names. */
    Stream<String> named() {
        return all().stream().flatMap(Act::named).distinct();
    }

    List<DirectorySnapshot.Act> toActs() {
        return all().stream().map(act -> act.on(effective)).toList();
    }

    /** By itself only if that holds all the way: what is merged into a unit that a later act splits needs a hand. */
    Going going(String unit) {
        return going(unit, all());
    }

    private static Going going(String unit, List<Act> acts) {
        for (var i = 0; i < acts.size(); i++) {
            var act = acts.get(i);
            if (act.ends(unit)) {
                var goesOn = act.goesOn();
                return act.type() == Type.MERGED
                                && goesOn.size() == 1
                                && going(goesOn.getFirst(), acts.subList(i + 1, acts.size())) != Going.BY_HAND
                        ? Going.BY_ITSELF
                        : Going.BY_HAND;
            }
        }
        return Going.STAYS;
    }
}
