package vn.dvk.reporting.projection.rebuild;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a card, a unit or a programme says, as one number: independent of the order of fields, of how often the document
 * was written, and of the ids its events happen to have.
 */
final class ContentHash {

    static final Set<String> NO_CONTENT = Set.of("rev", "seen");

    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(Document document) {
        var hash = new ContentHash();
        var content = new TreeMap<String, @Nullable Object>(document);
        content.keySet().removeAll(NO_CONTENT);
        content.computeIfPresent("events", (_, events) -> events instanceof List<?> list ? withoutIds(list) : events);
        hash.add(content);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private static List<?> withoutIds(List<?> events) {
        return events.stream()
                .map(event -> {
                    if (event instanceof Document document) {
                        var other = new Document(document);
                        other.remove("id");
                        return other;
                    }
                    return event;
                })
                .toList();
    }

    /** Every value with its kind and its length, so that no two different ones are written alike. */
    private void add(@Nullable Object value) {
        switch (value) {
            case null -> write('0', "");
            case Map<?, ?> map -> {
                write('{', Integer.toString(map.size()));
                var sorted = new TreeMap<String, @Nullable Object>();
                map.forEach((key, one) -> sorted.put(String.valueOf(key), one));
                sorted.forEach((key, one) -> {
                    write('k', key);
                    add(one);
                });
            }
            case List<?> list -> {
                write('[', Integer.toString(list.size()));
                list.forEach(this::add);
            }
            case Date date -> write('d', Long.toString(date.getTime()));
            case Integer number -> write('n', number.toString());
            case Long number -> write('n', number.toString());
            default -> write('v', value.toString());
        }
    }

    private void write(char kind, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((kind + Integer.toString(bytes.length) + ':').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
