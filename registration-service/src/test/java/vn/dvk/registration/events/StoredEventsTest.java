package vn.dvk.registration.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.stream.EventTypes;

/**
 * Every stored event as it once was written: reading the sample and writing it again gives exactly the sample, so that
 * no component is renamed or dropped while a history somewhere still bears its name.
 */
class StoredEventsTest {

    @ParameterizedTest
    @CsvSource({"units", "programmes", "registrations"})
    void what_was_stored_is_still_read(String collection) throws IOException {
        var types = typesOf(collection);
        var sampled = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/test/resources/stored-events", collection))) {
            for (var file : files.toList()) {
                var type = file.getFileName().toString().replaceFirst("\\.json$", "");
                var sample = Json.MAPPER.readTree(Files.readString(file));
                var event = Json.MAPPER.treeToValue(sample, types.typeOf(type));
                assertEquals(sample, Json.MAPPER.valueToTree(event), type);
                sampled.add(type);
            }
        }
        assertEquals(new TreeSet<>(types.names()), sampled, "one sample per stored type");
    }

    private static EventTypes<?> typesOf(String collection) {
        return switch (collection) {
            case "units" -> StoredTypes.UNIT;
            case "programmes" -> StoredTypes.PROGRAMME;
            case "registrations" -> StoredTypes.REGISTRATION;
            default -> throw new IllegalArgumentException(collection);
        };
    }
}
