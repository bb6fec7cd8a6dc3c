package vn.dvk.spec.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published event and version, and where its files are: {@code vn.dvk.awards.hold-placed.v1} has its schema in
 * {@code awards/hold-placed.v1.schema.json}, its samples beside it, and travels on {@code dvk.awards.v1}.
 *
 * @param folder  the part of the platform that speaks, for example {@code awards}
 * @param event   what happened, for example {@code hold-placed}
 * @param version of the body, from 1
 */
record EventName(String folder, String event, int version) implements Comparable<EventName> {

    private static final Pattern TYPE = Pattern.compile("vn\\.dvk\\.([a-z]+)\\.([a-z-]+)\\.v([0-9]+)");
    private static final Pattern FILE = Pattern.compile("([a-z]+)/([a-z-]+)\\.v([0-9]+)\\.([a-z0-9-]+)\\.json");
    private static final String SCHEMA = "schema";

    static Optional<EventName> ofType(String type) {
        return Optional.of(TYPE.matcher(type)).filter(Matcher::matches).map(EventName::from);
    }

    static Optional<EventName> ofSchema(String path) {
        return Optional.of(FILE.matcher(path))
                .filter(Matcher::matches)
                .filter(file -> file.group(4).equals(SCHEMA))
                .map(EventName::from);
    }

    static Optional<EventName> ofSample(String path) {
        return Optional.of(FILE.matcher(path))
                .filter(Matcher::matches)
                .filter(file -> !file.group(4).equals(SCHEMA))
                .map(EventName::from);
    }

    private static EventName from(Matcher parts) {
        return new EventName(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)));
    }

    String type() {
        return "vn.dvk.%s.%s.v%d".formatted(folder, event, version);
    }

    String schemaPath() {
        return samplePath(SCHEMA);
    }

    String samplePath(String label) {
        return "%s/%s.v%d.%s.json".formatted(folder, event, version, label);
    }

    /** The topic its part of the platform speaks on. */
    String topic() {
        return "dvk.%s.v1".formatted(folder);
    }

    /** The label of one of its samples: {@code full} for {@code awards/hold-placed.v1.full.json}. */
    static String labelOf(String samplePath) {
        var withoutEnding = samplePath.substring(0, samplePath.length() - ".json".length());
        return withoutEnding.substring(withoutEnding.lastIndexOf('.') + 1);
    }

    @Override
    public int compareTo(EventName other) {
        return type().compareTo(other.type());
    }
}
