package vn.dvk.awards.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a decision about a person or household prints, and thereby makes public. Nothing else does: before, nobody outside
 * registration knows a name.
 *
 * @param name  of the person, or of the household's head
 * @param post  of a person
 * @param title of the entry; null where the decision prints none
 */
public record Printed(
        String name, @Nullable String post, @Nullable String title) {

    /** @param of the entry whose subject it is */
    public Recipient recipient(Dimensions of) {
        return new Recipient(name, post, of.unit(), of.subjectId());
    }
}
