package vn.dvk.service.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Text as it comes in: in Unicode's composed form, without the invisible characters that office programs leave behind,
 * and without blanks around it.
 *
 * <p>Vietnamese is typed in both forms, depending on the machine, and copied from documents; without this, two names
 * that look the same would be two names, in searches, in comparisons and in counting.
 */
class CleanText extends StdScalarDeserializer<String> {

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Zero-width space and byte order mark. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b\\ufeff]");

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(parser, context);
        var visible = INVISIBLE.matcher(text.replace(NO_BREAK_SPACE, ' ')).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }
}
