package vn.dvk.kit.envelope;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who speaks: one service of one installation, {@code /dvk/tinh-mau/registration}. The one place that writes and reads
 * that form; together with a subject it names a stream, over all installations.
 */
public record Source(Installation installation, String service) {

    private static final Pattern TEXT = Pattern.compile("/dvk/([a-z0-9-]+)/([a-z0-9-]+)");
    private static final Pattern TOPIC = Pattern.compile("dvk\\.([a-z0-9-]+)\\.v[0-9]+");

    /** @throws IllegalArgumentException if it is written otherwise */
    public static Source read(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A source is written /dvk/<installation>/<service>, not " + text);
        }
        return new Source(new Installation(parts.group(1)), parts.group(2));
    }

    /** The service alone, of a source that was read or made before. */
    public static String serviceOf(String source) {
        return source.substring(source.lastIndexOf('/') + 1);
    }

    /** One topic, one writing service: {@code dvk.registration.v1} belongs to registration. Empty for none of ours. */
    public static Optional<Source> ofTopic(String topic, Installation installation) {
        var parts = TOPIC.matcher(topic);
        return parts.matches() ? Optional.of(new Source(installation, parts.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "/dvk/" + installation.code() + "/" + service;
    }
}
