package vn.dvk.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.stream.EventTypes;

/**
 * The stored form of a service's own events, pinned by one file per type: what was written to disk years ago has to be
 * read by today's records, and reading passes over fields it does not know. So a component that is renamed would come
 * back as null, and no test that writes and reads with the same class would notice.
 *
 * <p>The files are {@code src/test/resources/stored-events/<collection>/<type name>.json}. Once a form is released its
 * file is never edited; a new form gets a new type name, or further optional components and a further file {@code <type
 * name>~<label>.json}.
 *
 * <pre>{@code
 * StoredEvents.in("dossiers", StoredTypes.DOSSIER).check();
 * }</pre>
 */
public final class StoredEvents {

    private static final String FOLDER = "stored-events/";
    private static final String ENDING = ".json";

    private final String collection;
    private final EventTypes<?> types;
    private final List<String> problems = new ArrayList<>();
    private final Set<Class<?>> seenRecords = new HashSet<>();
    private final Set<String> seenComponents = new HashSet<>();

    private StoredEvents(String collection, EventTypes<?> types) {
        this.collection = collection;
        this.types = types;
    }

    /** @param collection the collection that keeps them, which names the folder of the samples */
    public static StoredEvents in(String collection, EventTypes<?> types) {
        return new StoredEvents(collection, types);
    }

    /** How an event is written: for making its sample, once. */
    public static String sampleOf(Object event) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n";
    }

    /**
     * Every type has its sample and every sample its type; every sample, read and written again, is what it was; and
     * every component of every record in them is in at least one, or it would not be pinned.
     *
     * @throws AssertionError listing all that is wrong
     */
    public void check() {
        problems.clear();
        var samples = samples();
        for (var type : new TreeSet<>(types.names())) {
            if (!samples.containsKey(type)) {
                problems.add("%s has no sample %s%s/%s%s".formatted(type, FOLDER, collection, type, ENDING));
            }
        }
        samples.forEach(this::check);
        for (var one : seenRecords) {
            Arrays.stream(one.getRecordComponents())
                    .map(StoredEvents::nameOf)
                    .filter(component -> !seenComponents.contains(component))
                    .forEach(component -> problems.add("no sample has " + component));
        }
        if (!problems.isEmpty()) {
            throw new AssertionError("Stored events of " + collection + ":\n  - " + String.join("\n  - ", problems));
        }
    }

    private void check(String sample, String text) {
        var type = sample.replaceFirst("~.*", "");
        if (!types.names().contains(type)) {
            problems.add("%s is a sample of a type that is gone: what is stored could not be read".formatted(sample));
            return;
        }
        try {
            var written = Json.MAPPER.readTree(text);
            var event = Json.MAPPER.readValue(text, types.typeOf(type));
            compare(sample, "", written, Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(event)));
            visit(event);
        } catch (JacksonException e) {
            problems.add("%s cannot be read: %s".formatted(sample, e.getOriginalMessage()));
        }
    }

    private void compare(String sample, String path, @Nullable JsonNode pinned, @Nullable JsonNode now) {
        if (pinned == null) {
            problems.add("%s: %s appears only when it is written again".formatted(sample, path));
        } else if (now == null || (now.isNull() && !pinned.isNull())) {
            problems.add("%s: %s is lost".formatted(sample, path));
        } else if (pinned.isObject() && now.isObject()) {
            var names = new TreeSet<>(pinned.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> compare(sample, path + "/" + name, pinned.get(name), now.get(name)));
        } else if (pinned.isArray() && now.isArray() && pinned.size() == now.size()) {
            for (var i = 0; i < pinned.size(); i++) {
                compare(sample, path + "/" + i, pinned.get(i), now.get(i));
            }
        } else if (!pinned.equals(now)) {
            problems.add("%s: %s was %s and becomes %s".formatted(sample, path, pinned, now));
        }
    }

    private void visit(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Record one -> {
                seenRecords.add(one.getClass());
                for (var component : one.getClass().getRecordComponents()) {
                    var part = valueOf(component, one);
                    if (!isEmpty(part)) {
                        seenComponents.add(nameOf(component));
                    }
                    visit(part);
                }
            }
            case Iterable<?> many -> many.forEach(this::visit);
            case Map<?, ?> map -> map.values().forEach(this::visit);
            default -> {}
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Iterable<?> many -> !many.iterator().hasNext();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private static String nameOf(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text by name, without the ending. */
    private Map<String, String> samples() {
        var found = new TreeMap<String, String>();
        var folder = StoredEvents.class.getClassLoader().getResource(FOLDER + collection);
        if (folder == null) {
            return found;
        }
        try (var files = Files.list(Path.of(folder.toURI()))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    found.put(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
                } else {
                    problems.add(name + " is no sample");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
