package vn.dvk.awards.domain.submission;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardForm;
import vn.dvk.awards.domain.Level;

/**
 * What is asked for one model: its recognition at a level, or an award of a form. Exactly one of the two.
 *
 * @param level of a recognition
 * @param form  of an award
 */
public record Item(
        String model, @Nullable Level level, @Nullable AwardForm form) {

    public static Item recognition(String model, Level level) {
        return new Item(model, level, null);
    }

    public static Item award(String model, AwardForm form) {
        return new Item(model, null, form);
    }

    /** In lists of what is asked for at the moment. */
    public String key() {
        return model + '|' + what();
    }

    /** The level's or the form's code. */
    public String what() {
        return level == null ? String.valueOf(form) : level.name();
    }
}
