package vn.dvk.kit.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How events are written and read: dates as ISO text, absent instead of null, unknown fields passed over, because a
 * later version of an event may have more of them.
 */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<java.util.LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private Json() {}

    public static Document toDocument(Object value) {
        return new Document(MAPPER.convertValue(value, FIELDS));
    }

    public static <T> T fromDocument(Document document, Class<T> type) {
        return MAPPER.convertValue(document, type);
    }
}
