package vn.dvk.reporting.domain.history;

import org.jspecify.annotations.Nullable;

/**
 * A code or id of another installation, as it is kept here: {@code thai-nguyen:TM}. Two installations may both have a
 * unit {@code TM}; those of the own one stay as typed (decision 0028). No own code has a colon.
 */
public final class InstallationCode {

    private static final char BEHIND = ':';

    private InstallationCode() {}

    public static String of(String installation, String code) {
        return installation + BEHIND + code;
    }

    /** Whose it is; null: the own installation's. */
    public static @Nullable String installation(String code) {
        var end = code.indexOf(BEHIND);
        return end < 0 ? null : code.substring(0, end);
    }
}
