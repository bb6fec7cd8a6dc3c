package vn.dvk.service.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Text as it comes in: what is stored is what is seen. Vietnamese is typed in two forms, depending on the machine, and
 * copied from documents full of invisible characters; without this, two names that look the same would be two names,
 * in searches, in comparisons and in counting.
 *
 * <ul>
 *   <li>Composed form (NFC); nothing but that is changed in what can be seen.
 *   <li>Every sort of blank is a blank, every sort of line end a line end; none around the text. Tabs and lines are
 *       kept, because descriptions have them.
 *   <li>Invisible characters go: zero-width blanks and joiners, soft hyphens, signs of writing direction, variation
 *       selectors, tags, fillers. Programs leave them behind when text is copied, nobody knows that they are there, and
 *       neither Vietnamese nor the languages beside it are written with them.
 *   <li>Control characters, halves of surrogate pairs and code points that are no characters are refused: no keyboard
 *       and no program writes them, so the text is broken or means harm, and what was meant cannot be known.
 * </ul>
 *
 * <p>A text of invisible characters is empty, and so missing where one is required.
 */
class CleanText extends StdScalarDeserializer<String> {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u000b\f\u0085\u2028\u2029]");

    /** Braille's empty cell is a blank to everybody who sees it. */
    private static final Pattern BLANK = Pattern.compile("[\\p{Zs}\u2800]");

    /** Format characters, and what else Unicode calls ignorable by default. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\\x{e0000}-\\x{e0fff}]");

    CleanText() {
        super(String.class);
    }

    /** @return nothing if the text is to be refused */
    static @Nullable String clean(String text) {
        return text.chars().allMatch(CleanText::isPlain) ? text.strip() : cleaned(text);
    }

    /** What nearly all text consists of: composed Latin letters and usual signs, with which there is nothing to do. */
    private static boolean isPlain(int unit) {
        return unit >= 0x20 && unit < 0x7f
                || unit == '\n'
                || unit == '\t'
                || unit >= 0xc0 && unit <= 0x24f
                || unit >= 0x1e00 && unit <= 0x1eff
                || unit >= 0x2010 && unit <= 0x2027;
    }

    static @Nullable String cleaned(String text) {
        var lines = LINE_END.matcher(text).replaceAll("\n");
        if (lines.codePoints().anyMatch(CleanText::isBroken)) {
            return null;
        }
        var visible = INVISIBLE.matcher(BLANK.matcher(lines).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    private static boolean isBroken(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.SURROGATE -> true;
            case Character.UNASSIGNED -> (character & 0xfffe) == 0xfffe || character >= 0xfdd0 && character <= 0xfdef;
            default -> false;
        };
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, String.class, JsonToken.VALUE_STRING, "a text");
        }
        var clean = clean(parser.getString());
        if (clean == null) {
            throw context.weirdStringException("", String.class, "characters that are no text");
        }
        return clean;
    }

    /** Keys are chosen, not typed: one that would have to be cleaned is refused, because two might become the same. */
    static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            if (!key.equals(clean(key))) {
                throw context.weirdKeyException(String.class, "", "characters that no key has");
            }
            return key;
        }
    }
}
