package vn.dvk.service.web;

import java.text.Normalizer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Text as it comes in: in Unicode's composed form and without blanks around it.
 *
 * <p>Vietnamese is typed in both forms, depending on the machine; without this, two names that look the same would be
 * two names, in searches, in comparisons and in counting.
 */
class CleanText extends StdScalarDeserializer<String> {

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = StringDeserializer.instance.deserialize(parser, context);
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
