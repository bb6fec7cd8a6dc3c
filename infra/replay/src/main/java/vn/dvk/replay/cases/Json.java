package vn.dvk.replay.cases;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that remembers its line: what a data binder forgets and a person with an editor needs. */
sealed interface Json {

    int line();

    /** The value as a person would write it, for a message. */
    String shown();

    record Members(int line, Map<String, Json> byName) implements Json {
        /** The line of each member. */
        Map<String, Integer> lines() {
            var lines = new LinkedHashMap<String, Integer>();
            byName.forEach((name, value) -> lines.put(name, value.line()));
            return lines;
        }

        @Override
        public String shown() {
            return "{…}";
        }
    }

    record Items(int line, List<Json> values) implements Json {
        @Override
        public String shown() {
            return "[…]";
        }
    }

    record Text(int line, String value) implements Json {
        @Override
        public String shown() {
            return "“" + value + "”";
        }
    }

    record Numeral(int line, BigDecimal value) implements Json {
        @Override
        public String shown() {
            return value.toPlainString();
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Literal(int line, String shown) implements Json {
        boolean isNull() {
            return shown.equals("null");
        }
    }

    /** Stands for a member that an object does not have; never read from a document. */
    record Missing(int line) implements Json {
        @Override
        public String shown() {
            return "–";
        }
    }

    /** Reads one document; a name given twice in one object is a mistake, not a choice. */
    static Json read(String file, String document) {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var parser = factory.createParser(ObjectReadContext.empty(), new StringReader(document))) {
            var first = parser.nextToken();
            if (first == null) {
                throw InvalidCase.unreadable(file, "tệp rỗng, cần một hồ sơ JSON", "empty, expected a JSON case");
            }
            var value = value(parser, first);
            if (parser.nextToken() != null) {
                throw InvalidCase.at(
                        new Place(file, parser.currentTokenLocation().getLineNr(), ""),
                        "còn nội dung sau hồ sơ JSON",
                        "something follows the JSON case");
            }
            return value;
        } catch (JacksonException broken) {
            var location = broken.getLocation();
            var line = location == null ? 1 : Math.max(1, location.getLineNr());
            var place = new Place(file, line, "");
            throw InvalidCase.at(
                    place,
                    "không phải JSON hợp lệ: " + broken.getOriginalMessage(),
                    "not valid JSON: " + broken.getOriginalMessage());
        }
    }

    private static Json value(JsonParser parser, JsonToken token) {
        var line = parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    members.put(name, value(parser, parser.nextToken()));
                }
                yield new Members(line, members);
            }
            case START_ARRAY -> {
                var items = new ArrayList<Json>();
                for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield new Items(line, items);
            }
            case VALUE_STRING -> new Text(line, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(line, parser.getDecimalValue());
            // What remains of a well-formed document are true, false and null.
            default -> new Literal(line, parser.getString());
        };
    }
}
