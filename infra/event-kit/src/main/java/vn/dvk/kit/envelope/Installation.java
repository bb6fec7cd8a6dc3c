package vn.dvk.kit.envelope;

import java.util.regex.Pattern;

/**
 * One running platform, of a province or a department: the name under which its services speak. It stands in every
 * event, so it is chosen once and never changed, and no two that one reader follows may have the same.
 */
public record Installation(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    /** @throws IllegalArgumentException saying which names are good */
    public Installation {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "An installation is named by 2 to 40 small letters, digits and hyphens, such as tinh-mau"
                            + " (DVK_INSTALLATION), not by “%s”".formatted(code));
        }
    }

    /** As its events name that service of it. */
    public String source(String service) {
        return new Source(this, service).toString();
    }

    @Override
    public String toString() {
        return code;
    }
}
