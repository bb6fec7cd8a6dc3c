package vn.dvk.awards.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.stream.EventTypes;

/**
 * Histories that lie in the store, one sample per type and version with everything in it that may be there.
 *
 * <p>A sample that is read and written again must come out as it was: a component that was renamed or dropped would be
 * missing, and every history written before would be read without it.
 */
class StoredEventsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/stored-events");

    private static final Map<String, EventTypes<?>> COLLECTIONS = Map.of(
            "dossiers", StoredTypes.DOSSIER,
            "movement_awards", StoredTypes.MOVEMENT,
            "replications", StoredTypes.REPLICATION);

    @ParameterizedTest
    @ValueSource(strings = {"dossiers", "movement_awards", "replications"})
    void every_type_has_a_sample_and_every_sample_a_type(String collection) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.list(SAMPLES.resolve(collection))) {
            files.forEach(file -> found.add(file.getFileName().toString().replaceFirst("\\.json$", "")));
        }
        assertThat(found).isEqualTo(new TreeSet<>(types(collection).names()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossiers", "movement_awards", "replications"})
    void what_was_stored_is_read_and_would_be_stored_again_just_so(String collection) throws IOException {
        for (var name : types(collection).names()) {
            var text = Files.readString(SAMPLES.resolve(collection).resolve(name + ".json"));
            var event = Json.MAPPER.readValue(text, types(collection).typeOf(name));
            assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(event)))
                    .as(name)
                    .isEqualTo(Json.MAPPER.readTree(text));
            assertThat(gaps(name, event)).as("what the sample leaves out").isEmpty();
        }
    }

    @Test
    void the_names_of_the_collections_are_those_of_the_folders() throws IOException {
        try (var folders = Files.list(SAMPLES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(COLLECTIONS.keySet());
        }
    }

    private static EventTypes<?> types(String collection) {
        return Objects.requireNonNull(COLLECTIONS.get(collection));
    }

    /** A component that is null in the sample could be renamed unseen. */
    private static Set<String> gaps(String path, @Nullable Object value) {
        var gaps = new TreeSet<String>();
        if (value == null) {
            gaps.add(path);
        } else if (value instanceof Record) {
            for (var component : value.getClass().getRecordComponents()) {
                try {
                    gaps.addAll(gaps(
                            path + "." + component.getName(),
                            component.getAccessor().invoke(value)));
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return gaps;
    }
}
