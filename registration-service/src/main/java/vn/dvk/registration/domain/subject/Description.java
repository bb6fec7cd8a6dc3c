package vn.dvk.registration.domain.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.SubjectType;

/**
 * Who it is.
 *
 * @param name      of the person, household or collective
 * @param head      of a household: chủ hộ, who receives what the household is awarded
 * @param post      of a person: chức vụ
 * @param unit      code of the unit it belongs to
 * @param birthDate of a person; never published, and shown only to those who work on forms
 * @param sex       as the birth date
 */
public record Description(
        SubjectType type,
        String name,
        @Nullable String head,
        @Nullable String post,
        @Nullable String unit,
        @Nullable LocalDate birthDate,
        @Nullable String sex) {

    /** Without what is nobody's business but that of those who work on forms. */
    public Description withoutPrivateParts() {
        return new Description(type, name, head, post, unit, null, null);
    }
}
