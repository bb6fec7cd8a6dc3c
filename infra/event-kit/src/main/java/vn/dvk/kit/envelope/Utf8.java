package vn.dvk.kit.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that every store, every language and every log can hold, or none at all. */
final class Utf8 {

    private Utf8() {}

    /** @return null for bytes that are not UTF-8, or that begin with a byte order mark */
    static @Nullable String strict(byte[] bytes) {
        var quick = new String(bytes, StandardCharsets.UTF_8);
        if (quick.indexOf('\ufffd') < 0 && !quick.startsWith("\ufeff")) {
            return quick; // nothing had to be replaced
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? null : text;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /** @return what is wrong with a JSON body as text, or null if nothing is */
    static @Nullable String faultOf(byte[] body) {
        var text = strict(body);
        if (text == null) {
            return "the body is not UTF-8 without byte order mark";
        }
        return text.indexOf('\\') >= 0 && hasTroublingEscape(text)
                ? "the body has NUL or half a character in it"
                : null;
    }

    /** JSON's escapes can say what UTF-8 cannot: half of a surrogate pair; and NUL, which no field name may hold. */
    private static boolean hasTroublingEscape(String json) {
        var high = false;
        for (var i = 0; i < json.length(); i++) {
            var unit = json.charAt(i);
            if (unit == '\\' && i + 1 < json.length()) {
                i++;
                unit = json.charAt(i) == 'u' && i + 4 < json.length() ? unit(json, i + 1) : 'x';
                i += json.charAt(i) == 'u' ? 4 : 0;
                if (unit == 0) {
                    return true;
                }
            }
            if (high != Character.isLowSurrogate(unit)) {
                return true;
            }
            high = Character.isHighSurrogate(unit);
        }
        return high;
    }

    /** What is no escape at all is the parser's to refuse. */
    private static char unit(String json, int from) {
        try {
            return (char) Integer.parseInt(json, from, from + 4, 16);
        } catch (NumberFormatException _) {
            return 'x';
        }
    }
}
