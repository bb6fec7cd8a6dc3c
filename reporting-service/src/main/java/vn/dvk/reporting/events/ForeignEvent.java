package vn.dvk.reporting.events;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.domain.history.InstallationCode;

/**
 * Another installation's event, with whatever names a thing (its subject and key, units, programmes, models, decisions,
 * …) named by installation and code. Words of vocabularies, fields and steps stay: they mean the same everywhere, or are
 * the programme's own. A test goes through the contracts and looks that no name is left out.
 */
final class ForeignEvent {

    /** Fields that name a thing wherever they stand. */
    private static final Set<String> NAMES = Set.of(
            "model",
            "programme",
            "unit",
            "units",
            "successors",
            "host",
            "parent",
            "under",
            "province",
            "continues",
            "replicaOf",
            "replica",
            "replication",
            "award",
            "recognition",
            "refusal",
            "hold",
            "conclusion",
            "inspection",
            "review",
            "submission",
            "decision",
            "answers",
            "succession",
            "subjectId",
            "assignment",
            "claim");

    /** Fields that name a thing only in these objects; an id of a goal is its model's own. */
    private static final Map<String, Set<String>> NAMES_INSIDE = Map.of(
            "successions", Set.of("id"),
            "decision", Set.of("id"),
            "revocation", Set.of("id"),
            "approval", Set.of("id"),
            "evidence", Set.of("id"),
            "target", Set.of("id"),
            "recipient", Set.of("subject"),
            "recipients", Set.of("subject"));

    /** Fields that name a thing only at the top of these types. */
    private static final Map<String, Set<String>> NAMES_OF = Map.of(
            "vn.dvk.directory.unit.v1", Set.of("code"),
            "vn.dvk.directory.programme.v1", Set.of("code"),
            "vn.dvk.directory.assignment.v1", Set.of("person"),
            "vn.dvk.registration.model-transferred.v1", Set.of("from"),
            "vn.dvk.registration.model-forwarded.v1", Set.of("to"),
            "vn.dvk.awards.submission-sent.v1", Set.of("from"),
            "vn.dvk.awards.submission-returned.v1", Set.of("from"),
            "vn.dvk.awards.submission-decided.v1", Set.of("from"));

    private ForeignEvent() {}

    /** What cannot be read as JSON stays as it is: whoever reads the body will say so. */
    static IncomingEvent named(IncomingEvent event, String installation) {
        return named(event, installation, SharedTerms.SAME);
    }

    /** @param terms what that installation's words are here */
    static IncomingEvent named(IncomingEvent event, String installation, SharedTerms terms) {
        return event.renamed(
                InstallationCode.of(installation, event.key()),
                InstallationCode.of(installation, event.id()),
                InstallationCode.of(installation, event.subject()),
                event.unit() == null ? null : InstallationCode.of(installation, event.unit()),
                body(event, installation, terms));
    }

    private static byte[] body(IncomingEvent event, String installation, SharedTerms terms) {
        try {
            var body = Json.MAPPER.readTree(event.body());
            if (body instanceof ObjectNode object) {
                rename(object, NAMES_OF.getOrDefault(event.type(), Set.of()), installation);
                terms.put(object, event.type());
            }
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JacksonException | StackOverflowError _) {
            return event.body();
        }
    }

    private static void rename(ObjectNode object, Set<String> more, String installation) {
        for (var field : object.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            if (NAMES.contains(name) || more.contains(name)) {
                if (renamed(value, installation) instanceof JsonNode other) {
                    field.setValue(other);
                }
            }
            var inside = NAMES_INSIDE.getOrDefault(name, Set.of());
            if (value instanceof ObjectNode one) {
                rename(one, inside, installation);
            } else if (value instanceof ArrayNode several) {
                several.forEach(one -> {
                    if (one instanceof ObjectNode each) {
                        rename(each, inside, installation);
                    }
                });
            }
        }
    }

    /** A text, or each text of a list; null for anything else. */
    private static @Nullable JsonNode renamed(JsonNode value, String installation) {
        if (value instanceof StringNode text) {
            return StringNode.valueOf(InstallationCode.of(installation, text.stringValue()));
        }
        if (value instanceof ArrayNode several
                && !several.isEmpty()
                && several.get(0).isString()) {
            var all = Json.MAPPER.createArrayNode();
            several.forEach(one -> all.add(
                    one instanceof StringNode text
                            ? StringNode.valueOf(InstallationCode.of(installation, text.stringValue()))
                            : one));
            return all;
        }
        return null;
    }
}
