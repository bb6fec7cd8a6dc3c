package vn.dvk.reporting.read.preview;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.organisation.Unit;

/**
 * A paper as registration would be told it ({@code POST /api/v1/successions}); what only matters there may be left out.
 *
 * @param effective first day of the new state
 * @param parent    the new superior, for MOVED
 */
record Proposed(
        @NotNull Type type,
        @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 40) String> units,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 40) String> successors,
        @NotNull LocalDate effective,
        @Nullable @Size(min = 1, max = 300) String name,
        @Nullable @Size(min = 1, max = 40) String parent,
        @Nullable Object decision,
        @Nullable String basis) {

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

    Going going(String unit) {
        var ends = type == Type.MERGED || type == Type.SPLIT || type == Type.DISSOLVED;
        if (!ends || goesOn().contains(unit)) {
            return Going.STAYS;
        }
        return type == Type.MERGED && goesOn().size() == 1 ? Going.BY_ITSELF : Going.BY_HAND;
    }

    List<String> goesOn() {
        return successors == null ? List.of() : successors;
    }

    /** Everybody it names. */
    Stream<String> named() {
        return Stream.of(units.stream(), goesOn().stream(), Stream.ofNullable(superior()))
                .flatMap(one -> one)
                .distinct();
    }

    @Nullable
    String superior() {
        return type == Type.MOVED ? parent : null;
    }

    Unit.Succession toSuccession() {
        // What takes nobody's place has no successors in the tree.
        var ends = type == Type.MERGED || type == Type.SPLIT || type == Type.DISSOLVED;
        return new Unit.Succession(type.name(), units, ends ? goesOn() : List.of(), effective);
    }
}
