package vn.dvk.service.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Where in a list a page ends: the values of the fields that the list is ordered by. Callers hand back what they were
 * given and read nothing in it, so that the order may change. As a parameter of a controller, Spring finds {@link #from}
 * by itself; what is no cursor is 400 {@code malformed-parameter}.
 *
 * @param values as texts; the last one is unique in the list
 */
public record Cursor(List<String> values) {

    /** A control character, which no text of ours has ({@link CleanText}). */
    private static final String BETWEEN = "\u001f";

    public Cursor {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(value -> value.contains(BETWEEN))) {
            throw new IllegalArgumentException("Not the values of a list's order");
        }
    }

    public static Cursor of(Object... values) {
        return new Cursor(List.of(values).stream().map(String::valueOf).toList());
    }

    /** @throws IllegalArgumentException if it is none */
    public static Cursor from(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var joined = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Cursor(List.of(joined.split(BETWEEN, -1)));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("No cursor", e);
        }
    }

    /**
     * The values, if there are as many as the list is ordered by.
     *
     * @throws Refused if it is the cursor of another list
     */
    public List<String> values(int count) {
        if (values.size() != count) {
            throw new Refused(WebReason.MALFORMED_PARAMETER, "cursor");
        }
        return values;
    }

    /**
     * One of the values, as what it is.
     *
     * @throws Refused if it is none: somebody has made the cursor up
     */
    public <T> T value(int index, Function<String, T> parse) {
        try {
            return parse.apply(values.get(index));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException _) {
            throw new Refused(WebReason.MALFORMED_PARAMETER, "cursor");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, values).getBytes(StandardCharsets.UTF_8));
    }
}
