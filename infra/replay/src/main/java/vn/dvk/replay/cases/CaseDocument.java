package vn.dvk.replay.cases;

import static java.util.stream.Collectors.toMap;

import com.networknt.schema.serialization.node.LocationJsonNodeFactory;
import com.networknt.schema.utils.JsonNodes;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a case file as JSON whose values know their lines: what a person with an editor needs. */
final class CaseDocument {

    /** A name given twice in one object is a mistake, not a choice. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> NAMES_ARE_DATA =
            List.of(".fields", ".parentFields", ".counts", ".comparedWith", ".expect");

    private static final String VALUES = ".values";

    private CaseDocument() {}

    /** The whole text as one value; each object in it has its {@code place}, and no member that is null. */
    static JsonNode read(String file, String text) {
        try (var parser = JSON.createParser(text)) {
            var document = JSON.reader()
                    .with(new LocationJsonNodeFactory(parser))
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(parser);
            if (document == null || document.isMissingNode()) {
                throw InvalidCase.unreadable(file, "tệp rỗng", "the file is empty");
            }
            if (parser.nextToken() != null) {
                var place = new Place(file, parser.currentTokenLocation().getLineNr(), "");
                throw InvalidCase.at(place, "sau hồ sơ còn nội dung khác", "something follows the JSON case");
            }
            locate(document, new Place(file, line(document), ""));
            return document;
        } catch (JacksonException broken) {
            var location = broken.getLocation();
            var place = new Place(file, location == null ? 1 : Math.max(1, location.getLineNr()), "");
            var said = broken.getOriginalMessage();
            throw InvalidCase.at(place, "không phải JSON hợp lệ: " + said, "not valid JSON: " + said);
        }
    }

    static Case bind(JsonNode document) {
        return JSON.treeToValue(document, Case.class);
    }

    static int line(JsonNode node) {
        return JsonNodes.tokenStreamLocationOf(node).getLineNr();
    }

    /** New values are sent as they stand, with all that is in them. */
    private static boolean isData(String path) {
        return path.contains(VALUES) || NAMES_ARE_DATA.stream().anyMatch(path::endsWith);
    }

    private static void locate(JsonNode node, Place place) {
        switch (node) {
            case ObjectNode object -> {
                object.removeIf(JsonNode::isNull);
                var located = place.with(object.properties().stream()
                        .collect(toMap(Map.Entry::getKey, member -> line(member.getValue()))));
                object.forEachEntry((name, member) -> locate(member, located.member(name)));
                if (!isData(place.path())) {
                    object.putPOJO("place", located);
                }
            }
            case ArrayNode list -> {
                for (var index = 0; index < list.size(); index++) {
                    locate(list.get(index), place.item(index, line(list.get(index))));
                }
            }
            default -> {}
        }
    }
}
