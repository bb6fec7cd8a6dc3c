package vn.dvk.service.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;

/** What the JSON reader finds wrong, as a refusal that names the field as the caller wrote it: {@code goals[0].target}. */
final class JsonFault {

    private JsonFault() {}

    /** @return nothing if it cannot be said in which field it is: then it is no JSON, or no such object */
    static @Nullable Refusal of(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return at(pathOf(e), WebReason.UNKNOWN_FIELD, unknown.getPropertyName());
        }
        if (e instanceof DatabindException && !e.getPath().isEmpty()) {
            return at(pathOf(e), WebReason.MALFORMED_FIELD, pathOf(e));
        }
        var place = isAboutOneField(e) ? placeOf(e) : "";
        return place.isEmpty() ? null : at(place, WebReason.MALFORMED_FIELD, place);
    }

    private static Refusal at(String path, Reason reason, Object argument) {
        return new Refusal(reason, List.of(argument), List.of(Refusal.Fault.of(path, reason, argument)));
    }

    /** The JSON as such can be read: a number too large or too long, a text or name too long, a key given twice. */
    private static boolean isAboutOneField(JacksonException e) {
        return e instanceof InputCoercionException
                || (e instanceof StreamConstraintsException
                        && !e.getOriginalMessage().contains("nesting depth"))
                || e.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static String pathOf(JacksonException e) {
        return e.getPath().stream()
                .map(part ->
                        part.getPropertyName() != null ? "." + part.getPropertyName() : "[" + part.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Where the reader stands, written in the same way; not every fault knows its reader. */
    private static String placeOf(JacksonException e) {
        var place = new StringBuilder();
        var rest = e.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer()
                : JsonPointer.empty();
        for (; !rest.matches(); rest = rest.tail()) {
            var index = rest.getMatchingIndex();
            place.append(index < 0 ? "." + rest.getMatchingProperty() : "[" + index + "]");
        }
        return place.isEmpty() ? pathOf(e) : place.toString().replaceFirst("^\\.", "");
    }
}
