package vn.dvk.kit.envelope;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifiers that follow from what they name, so that asking twice finds the same thing. */
public final class DeterministicId {

    private DeterministicId() {}

    /** The same parts always give the same identifier; the separator keeps {@code a,bc} and {@code ab,c} apart. */
    public static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
