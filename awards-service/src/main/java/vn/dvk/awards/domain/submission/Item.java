package vn.dvk.awards.domain.submission;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for one model: its recognition at a level, or an award of a form. Exactly one of the two.
 *
 * @param level of a recognition
 * @param form  of an award
 */
public record Item(
        String model, @Nullable String level, @Nullable String form) {

    public static Item recognition(String model, String level) {
        return new Item(model, level, null);
    }

    public static Item award(String model, String form) {
        return new Item(model, null, form);
    }

    /** In lists of what is asked for at the moment. */
    public String key() {
        return model + '|' + what();
    }

    /** The level's or the form's code. */
    public String what() {
        return level == null ? String.valueOf(form) : level;
    }
}
