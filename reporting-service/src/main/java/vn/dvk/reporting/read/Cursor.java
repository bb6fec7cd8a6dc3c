package vn.dvk.reporting.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.Malformed;
import vn.dvk.reporting.counting.QueryReason;

/** Where a list goes on, as an opaque word. */
public record Cursor(List<String> parts) {

    private static final String BETWEEN = "\n";
    private static final int MOST = 500;

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** @throws Malformed unless it is a cursor that was given out, of that many parts */
    public static @Nullable Cursor read(@Nullable String text, int size) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var parts =
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1));
            if (parts.size() == size) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Malformed(QueryReason.MALFORMED_CURSOR);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Malformed outside 1 to 500 */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new Malformed(QueryReason.MALFORMED_LIMIT, asked, MOST);
        }
        return asked;
    }
}
