package vn.dvk.awards.domain.dossier;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.Person;

/**
 * The model as its registration describes it.
 *
 * @param level  the level it applied for
 * @param place  where it is carried out
 * @param person whose example it is
 */
public record Entry(
        Dimensions dimensions,
        @Nullable String level,
        @Nullable String place,
        @Nullable Person person) {}
