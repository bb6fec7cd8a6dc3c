package vn.dvk.registration.write;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** A number, or a text that perhaps is one: forms are filled in step by step, and say so when they are submitted. */
final class NumberText extends ValueDeserializer<String> {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken().isNumeric() ? parser.getString() : context.readValue(parser, String.class);
    }
}
