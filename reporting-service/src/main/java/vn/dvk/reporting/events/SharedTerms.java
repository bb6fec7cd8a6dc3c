package vn.dvk.reporting.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.dvk.reporting.domain.history.InstallationCode;

/**
 * What the words of another installation's vocabularies are here, so that both count together. Of a vocabulary that is
 * mapped, what is not named stays that installation's own word, {@code thai-nguyen:LIEN_XA}; one that is not mapped has the
 * same words as here (decision 0028).
 */
final class SharedTerms {

    static final SharedTerms SAME = new SharedTerms("", Map.of());

    private static final Pattern ENTRY =
            Pattern.compile("([a-z][a-z0-9-]{0,39}):([A-Z0-9][A-Z0-9_-]{0,39})=([A-Z0-9][A-Z0-9_-]{0,39})");

    /** Fields that hold words of a vocabulary, wherever they stand. */
    private static final Map<String, String> FIELDS = Map.of(
            "level", "level",
            "levels", "level",
            "form", "award-form",
            "track", "track",
            "grade", "grade");

    /** A field of that name that holds a kind of unit only there; elsewhere it is another thing. */
    private static final String KIND = "kind";

    private static final String UNIT_KIND = "unit-kind";
    private static final String UNIT = "vn.dvk.directory.unit.v1";
    private static final String TERM = "vn.dvk.directory.term.v1";

    private final String installation;
    private final Map<String, Map<String, String>> mapped;

    private SharedTerms(String installation, Map<String, Map<String, String>> mapped) {
        this.installation = installation;
        this.mapped = mapped;
    }

    /** @throws IllegalArgumentException naming an entry that is none, and a right one */
    static SharedTerms of(String installation, List<String> entries) {
        var mapped = new HashMap<String, Map<String, String>>();
        for (var entry : entries) {
            var read = ENTRY.matcher(entry.strip());
            if (!read.matches()) {
                throw new IllegalArgumentException(
                        "dvk.reporting.follows: “%s” of %s is not vocabulary:CODE=SHARED_CODE, for example level:CAP_HUYEN=DISTRICT"
                                .formatted(entry, installation));
            }
            var before =
                    mapped.computeIfAbsent(read.group(1), _ -> new HashMap<>()).put(read.group(2), read.group(3));
            if (before != null) {
                throw new IllegalArgumentException("dvk.reporting.follows: %s of %s is mapped twice, to %s and %s"
                        .formatted(read.group(2), installation, before, read.group(3)));
            }
        }
        return mapped.isEmpty() ? SAME : new SharedTerms(installation, mapped);
    }

    /** The body with our words. */
    void put(ObjectNode body, String type) {
        if (mapped.isEmpty()) {
            return;
        }
        if (type.equals(TERM)) {
            put(body, "code", body.path("vocabulary").asString(""));
        }
        putWords(body, type.equals(UNIT) ? UNIT_KIND : "");
    }

    private void putWords(ObjectNode object, String kinds) {
        FIELDS.forEach((field, vocabulary) -> put(object, field, vocabulary));
        put(object, KIND, kinds);
        for (var field : object.properties()) {
            // Who should register is told by the kind of unit.
            var inside = field.getKey().equals("targets") ? UNIT_KIND : "";
            if (field.getValue() instanceof ObjectNode one) {
                putWords(one, inside);
            } else if (field.getValue() instanceof ArrayNode several) {
                several.forEach(one -> {
                    if (one instanceof ObjectNode each) {
                        putWords(each, inside);
                    }
                });
            }
        }
    }

    private void put(ObjectNode object, String field, String vocabulary) {
        if (!mapped.containsKey(vocabulary)) {
            return;
        }
        var value = object.get(field);
        if (value instanceof StringNode text) {
            object.put(field, shared(vocabulary, text.stringValue()));
        } else if (value instanceof ArrayNode several) {
            for (var i = 0; i < several.size(); i++) {
                if (several.get(i) instanceof StringNode text) {
                    several.set(i, StringNode.valueOf(shared(vocabulary, text.stringValue())));
                }
            }
        }
    }

    private String shared(String vocabulary, String code) {
        var words = mapped.getOrDefault(vocabulary, Map.of());
        return words.getOrDefault(code, InstallationCode.of(installation, code));
    }
}
