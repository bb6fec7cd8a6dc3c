package vn.dvk.evaluation.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.stream.EventTypes;

/**
 * What lies in the store is read for ever: one sample per stored type, with everything filled that can be. Reading it
 * and writing it again gives the sample, so a renamed component is noticed here and not as a hole in an old history.
 */
class StoredEventsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/stored-events");

    private static final Map<String, EventTypes<?>> BY_COLLECTION =
            Map.of("processes", StoredTypes.PROCESS, "rubrics", StoredTypes.RUBRIC);

    static Stream<Arguments> storedTypes() {
        return BY_COLLECTION.entrySet().stream()
                .flatMap(entry -> entry.getValue().names().stream().map(name -> Arguments.of(entry.getKey(), name)));
    }

    @ParameterizedTest
    @MethodSource("storedTypes")
    void a_stored_event_is_read_and_written_as_it_is(String collection, String name) throws IOException {
        var sample = Json.MAPPER.readTree(Files.readString(SAMPLES.resolve(collection, name + ".json")));
        var types = BY_COLLECTION.get(collection);
        assertThat(types).isNotNull();

        var event = Json.fromDocument(Json.MAPPER.convertValue(sample, Document.class), types.typeOf(name));

        assertThat(Json.MAPPER.convertValue(Json.toDocument(event), JsonNode.class))
                .isEqualTo(sample);
    }

    @Test
    void every_sample_is_of_a_known_type() throws IOException {
        try (var files = Files.walk(SAMPLES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> SAMPLES.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(storedTypes()
                            .map(type -> type.get()[0] + "/" + type.get()[1] + ".json")
                            .toList());
        }
    }
}
