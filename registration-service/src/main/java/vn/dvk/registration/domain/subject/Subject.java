package vn.dvk.registration.domain.subject;

import java.time.Instant;
import vn.dvk.registration.domain.SubjectType;

/** An entry of the subject register (sổ chủ thể). */
public sealed interface Subject {

    String id();

    SubjectType type();

    record Known(String id, Description is) implements Subject {
        @Override
        public SubjectType type() {
            return is.type();
        }
    }

    /**
     * What is left: that there was one, and until when, but not who.
     *
     * @param at when it was erased
     * @param by id of the person who erased it
     */
    record Erased(String id, SubjectType type, Instant at, String by) implements Subject {}
}
