package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the embedded broker and store away from production: neither asks for a password, and a power cut can cost their
 * last second. The services' own word for where they run, the Spring profile, decides, as it does for the local issuer.
 */
final class LocalOnly {

    static final String PROFILES = "SPRING_PROFILES_ACTIVE";

    /** Any other name may be somebody's word for production: it has to be put here before it is let in. */
    private static final Set<String> HARMLESS = Set.of("local", "demo", "dev", "test");

    private LocalOnly() {}

    /** @throws CannotRun when the environment names a profile that is not known to be harmless */
    static void require(Map<String, String> environment) {
        Stream.of(environment.getOrDefault(PROFILES, "").split(","))
                .map(String::strip)
                .filter(profile -> !profile.isEmpty() && !HARMLESS.contains(profile))
                .findFirst()
                .ifPresent(profile -> {
                    throw new CannotRun(both(
                                    "Kafka và kho dữ liệu đi kèm chỉ để dùng thử, không chạy với %2$s=%1$s: hãy đặt"
                                            + " DVK_MONGODB_URI và DVK_KAFKA_BOOTSTRAP.",
                                    "The embedded broker and store are for trying out and do not start with %2$s=%1$s:"
                                            + " set DVK_MONGODB_URI and DVK_KAFKA_BOOTSTRAP, or start without that"
                                            + " profile.")
                            .formatted(profile, PROFILES));
                });
    }
}
