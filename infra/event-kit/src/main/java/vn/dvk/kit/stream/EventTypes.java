package vn.dvk.kit.stream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names under which a service writes its events to disk. A released name is never edited; renaming a record does
 * not touch it.
 */
public final class EventTypes<E> {

    private final Map<Class<? extends E>, String> byType;
    private final Map<String, Class<? extends E>> byName;

    private EventTypes(Map<Class<? extends E>, String> byType) {
        this.byType = Map.copyOf(byType);
        this.byName = new HashMap<>();
        byType.forEach((type, name) -> byName.put(name, type));
    }

    /** @throws IllegalArgumentException unless every permitted record of the sealed interface has exactly one name */
    public static <E> EventTypes<E> of(Class<E> events, Map<Class<? extends E>, String> byType) {
        Set<Class<?>> permitted = Set.of(events.getPermittedSubclasses());
        if (!permitted.equals(byType.keySet())) {
            throw new IllegalArgumentException(
                    "Every event of %s needs a name: %s".formatted(events.getSimpleName(), permitted));
        }
        if (new HashSet<>(byType.values()).size() != byType.size()) {
            throw new IllegalArgumentException("Two events of %s share a name".formatted(events.getSimpleName()));
        }
        return new EventTypes<>(byType);
    }

    public String nameOf(Object event) {
        var name = byType.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException("No name for " + event.getClass());
        }
        return name;
    }

    /** @throws WrittenByANewerVersion if nobody here knows the name */
    public Class<? extends E> typeOf(String name) {
        var type = byName.get(name);
        if (type == null) {
            throw new WrittenByANewerVersion(name);
        }
        return type;
    }

    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /**
     * A stream holds an event whose name nobody here knows: a newer version of this service has written to it, as
     * happens while instances are replaced one by one. The newer one can go on; this one must not.
     */
    public static final class WrittenByANewerVersion extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        WrittenByANewerVersion(String name) {
            super("a stored event is called " + name + ", which this version does not know");
        }
    }
}
