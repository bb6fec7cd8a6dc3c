package vn.dvk.service.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.type.TypeFactory;
import vn.dvk.kit.decide.Refusal;

/** Takes a row's tokens first, and only then what they mean. */
final class BulkRowReader extends ValueDeserializer<BulkRow<?>> {

    private final JavaType row;

    BulkRowReader() {
        this(TypeFactory.unknownType());
    }

    private BulkRowReader(JavaType row) {
        this.row = row;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new BulkRowReader(context.getContextualType().containedTypeOrUnknown(0));
    }

    /** A row that is null is one bad row and no fault of the others. */
    @Override
    public Object getNullValue(DeserializationContext context) {
        return new BulkRow.Unreadable<>(Refusal.because(WebReason.MALFORMED_FIELD, ""));
    }

    @Override
    public BulkRow<?> deserialize(JsonParser parser, DeserializationContext context) {
        var tokens = context.bufferForInputBuffering(parser);
        tokens.copyCurrentStructure(parser);
        try (var again = tokens.asParserOnFirstToken(context)) {
            return new BulkRow.Read<Object>(context.readValue(again, row));
        } catch (JacksonException e) {
            var why = JsonFault.of(e);
            return new BulkRow.Unreadable<>(why == null ? Refusal.because(WebReason.MALFORMED_FIELD, "") : why);
        }
    }
}
