package vn.dvk.replay.api;

import java.util.Locale;

/** The services, by their place after the base port. */
public enum Service {
    REPORTING(0),
    REGISTRATION(1),
    EVALUATION(2),
    AWARDS(3),
    IDENTITY(4);

    private final int offset;

    Service(int offset) {
        this.offset = offset;
    }

    int port(int base) {
        return base + offset;
    }

    /** As in the project's own folders: {@code registration-service}. */
    public String shown() {
        var name = name().toLowerCase(Locale.ROOT);
        return this == IDENTITY ? name : name + "-service";
    }
}
