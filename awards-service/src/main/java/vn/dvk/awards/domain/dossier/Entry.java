package vn.dvk.awards.domain.dossier;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;

/**
 * The model as its registration describes it.
 *
 * @param level  the level it applied for
 * @param place  where it is carried out
 */
public record Entry(
        Dimensions dimensions,
        @Nullable String level,
        @Nullable String place) {}
