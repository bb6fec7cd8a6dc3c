package vn.dvk.reporting.events;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is read of a hold on a unit or a subject, placed or released.
 *
 * @param on its first day; of a release the first day on which it no longer holds
 */
public record WiderHold(Target target, LocalDate on) {

    public WiderHold {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(on, "on");
    }

    /** @param id code of the unit, or id in the register of persons, households and collectives */
    public record Target(Type type, String id) {

        public Target {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
        }
    }

    public enum Type {
        UNIT,
        SUBJECT
    }
}
