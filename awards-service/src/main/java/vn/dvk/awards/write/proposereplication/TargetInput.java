package vn.dvk.awards.write.proposereplication;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.write.OptionalText;

/**
 * Where the model is to be taken up.
 *
 * @param unit  code of the unit; left out where it is no unit of the directory
 * @param place one of several places in the unit, or, without a unit, the place in words
 */
record TargetInput(
        @Nullable @Size(min = 1, max = 40) String unit,
        @Nullable @Size(max = 4000) String place) {

    Target target() {
        return new Target(unit, OptionalText.orNone(place));
    }

    /** What a row of an answer calls it. */
    String label() {
        var target = target();
        return target.unit() == null
                ? String.valueOf(target.place())
                : target.place() == null ? target.unit() : target.unit() + ": " + target.place();
    }
}
