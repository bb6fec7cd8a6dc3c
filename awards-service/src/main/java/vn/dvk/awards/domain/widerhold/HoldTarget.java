package vn.dvk.awards.domain.widerhold;

/**
 * Whom a hold is on.
 *
 * @param id code of the unit, or id in registration's register
 */
public record HoldTarget(Type type, String id) {

    /** By which it is found. */
    public String key() {
        return type.name() + ":" + id;
    }

    /** What is held. */
    public enum Type {
        /** Đơn vị: that unit itself, not those below it. */
        UNIT,
        /** Cá nhân, hộ, tập thể trong sổ. */
        SUBJECT
    }
}
