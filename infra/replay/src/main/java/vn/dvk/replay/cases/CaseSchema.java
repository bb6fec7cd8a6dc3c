package vn.dvk.replay.cases;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.walk.ApplyDefaultsStrategy;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a case file may say, value by value: {@code case.schema.json}. Its descriptions say in both languages what is
 * expected, so a mistake is answered with the description of what it breaks.
 */
final class CaseSchema {

    private static final Schema SCHEMA = load();

    private CaseSchema() {}

    private static Schema load() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(CaseSchema.class.getResourceAsStream("/case.schema.json"), InputFormat.JSON);
    }

    static Collection<String> sections() {
        return definition("#/$defs/case").path("properties").propertyNames();
    }

    /**
     * Writes into the document what it leaves out, too.
     *
     * @throws InvalidCase for the mistake that comes first in the file
     */
    static void check(String file, JsonNode document) {
        SCHEMA
                .walk(document, true, context -> {
                    context.executionConfig(config -> config.formatAssertionsEnabled(true));
                    context.walkConfig(
                            config -> config.applyDefaultsStrategy(new ApplyDefaultsStrategy(true, false, false)));
                })
                .getErrors()
                .stream()
                .min(Comparator.comparingInt(error -> place(file, error).line()))
                .ifPresent(first -> {
                    throw mistake(file, first);
                });
    }

    private static InvalidCase mistake(String file, Error error) {
        var broken = SCHEMA.getSchemaNode()
                .at(error.getSchemaLocation().getFragment().getParent().toString());
        var place = place(file, error);
        return switch (error.getKeyword()) {
            case "required" -> {
                var expected = Expected.by(broken.path("properties").path(error.getProperty()));
                yield InvalidCase.at(
                        place, "thiếu, cần " + expected.vietnamese(), "missing, expected " + expected.english());
            }
            case "additionalProperties" -> {
                var known = String.join(", ", broken.path("properties").propertyNames());
                yield InvalidCase.at(
                        place,
                        "không có tên này, cần một trong " + known,
                        "there is no such name, expected one of " + known);
            }
            case "maxLength" -> {
                var length = error.getInstanceNode().asString().length();
                var most = error.getSchemaNode().asInt();
                yield InvalidCase.at(
                        place,
                        "dài %d ký tự, tối đa %d".formatted(length, most),
                        "%d characters long, at most %d".formatted(length, most));
            }
            default -> {
                var expected = Expected.by(broken);
                var found = shown(error.getInstanceNode());
                yield InvalidCase.at(
                        place,
                        "cần %s, tệp ghi %s".formatted(expected.vietnamese(), found),
                        "expected %s, found %s".formatted(expected.english(), found));
            }
        };
    }

    private static Place place(String file, Error error) {
        var node = error.getInstanceNode();
        var place = new Place(file, CaseDocument.line(node), path(error));
        return error.getProperty() == null
                ? place
                : place.with(lines(node, error.getProperty())).member(error.getProperty());
    }

    /** Of a member that is there and should not be; one that is missed is missed where its object begins. */
    private static Map<String, Integer> lines(JsonNode object, String member) {
        return object.has(member) ? Map.of(member, CaseDocument.line(object.get(member))) : Map.of();
    }

    /** {@code groups[3].unit} */
    private static String path(Error error) {
        return error.getInstanceLocation()
                .toString()
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace('/', '.')
                .replaceFirst("^\\.", "");
    }

    /** The value as a person would write it. */
    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "{…}";
            case ARRAY -> "[…]";
            case STRING -> "“" + value.asString() + "”";
            case NUMBER -> value.decimalValue().toString();
            case BOOLEAN, NULL, BINARY, POJO, MISSING -> value.toString();
        };
    }

    private static JsonNode definition(String reference) {
        return SCHEMA.getSchemaNode().at(reference.substring(1));
    }

    private record Expected(String vietnamese, String english) {

        static Expected by(JsonNode schema) {
            if (schema.path("enum").isArray()) {
                var words = String.join(
                        ", ",
                        schema.path("enum")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
                return new Expected("một trong " + words, "one of " + words);
            }
            if (schema.path("description").isString()) {
                var both = schema.path("description").asString().split(" · ", 2);
                return new Expected(both[0], both[1]);
            }
            return by(definition(schema.path("$ref").asString()));
        }
    }
}
