package vn.dvk.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.contract.ContractFiles;

/** Held against the contracts: what they say is a unit's, programme's or model's code, or an identifier, is renamed. */
class ForeignEventTest {

    private static final ContractFiles FILES = ContractFiles.onClassPath();
    private static final Set<String> NAMES = Set.of("unit", "programme", "model", "identifier");

    /** Of the model's own list of goals. */
    private static final String GOAL = "/values/0/goal";

    static Set<String> types() {
        return SampleEvent.CONTRACTS.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whateverNamesAThingIsNamedByInstallationAndCodeAndNothingElseChanges(String type) {
        var event = SampleEvent.full(type);
        var renamed = Json.MAPPER.readTree(
                ForeignEvent.named(event.incoming(), "thai-nguyen").body());
        var file = type.replaceFirst("vn\\.dvk\\.([a-z]+)\\.", "$1/") + ".schema.json";
        var names = new ArrayList<String>();

        compare(List.of(new Schema(file, read(file))), event.body(), renamed, "", names);

        assertThat(names).isNotEmpty();
    }

    @Test
    void theStreamItsKeyAndItsIdAreTheInstallationsOwn() {
        var event = SampleEvent.full("vn.dvk.registration.model-registered.v1")
                .about("m-1")
                .incoming();

        var renamed = ForeignEvent.named(event, "thai-nguyen");

        assertThat(renamed.subject()).isEqualTo("thai-nguyen:m-1");
        assertThat(renamed.key()).isEqualTo("thai-nguyen:m-1");
        assertThat(renamed.id()).isEqualTo("thai-nguyen:" + event.id());
        assertThat(renamed.position()).isEqualTo(event.position());
    }

    @Test
    void aBodyThatIsNoneIsLeftToWhoeverReadsIt() {
        var event = SampleEvent.full("vn.dvk.registration.model-registered.v1").incoming();
        var broken = event.renamed(event.key(), event.id(), event.subject(), event.unit(), new byte[] {'{'});

        assertThat(ForeignEvent.named(broken, "thai-nguyen").body()).isEqualTo(new byte[] {'{'});
    }

    private record Schema(String file, JsonNode node) {}

    private static JsonNode read(String file) {
        return Json.MAPPER.readTree(FILES.text(file));
    }

    private static void compare(List<Schema> schemas, JsonNode was, JsonNode is, String path, List<String> names) {
        var isName = new boolean[1];
        var all = new ArrayList<Schema>();
        schemas.forEach(schema -> expand(schema, all, isName));
        if (was instanceof ObjectNode object) {
            for (var field : object.properties()) {
                compare(
                        all.stream()
                                .filter(one -> one.node().at("/properties").has(field.getKey()))
                                .map(one -> new Schema(
                                        one.file(),
                                        one.node().path("properties").path(field.getKey())))
                                .toList(),
                        field.getValue(),
                        is.path(field.getKey()),
                        path + '/' + field.getKey(),
                        names);
            }
        } else if (was.isArray()) {
            for (var i = 0; i < was.size(); i++) {
                compare(
                        all.stream()
                                .filter(one -> one.node().has("items"))
                                .map(one -> new Schema(one.file(), one.node().path("items")))
                                .toList(),
                        was.get(i),
                        is.path(i),
                        path + '/' + i,
                        names);
            }
        } else if (isName[0] && was.isString() && !path.equals(GOAL)) {
            assertThat(is.asString()).as(path).isEqualTo("thai-nguyen:" + was.asString());
            names.add(path);
        } else {
            assertThat(is).as(path).isEqualTo(was);
        }
    }

    /** With whatever it refers to. */
    private static void expand(Schema schema, List<Schema> all, boolean[] isName) {
        all.add(schema);
        var node = schema.node();
        for (var several : List.of("allOf", "anyOf", "oneOf")) {
            node.path(several).forEach(one -> expand(new Schema(schema.file(), one), all, isName));
        }
        for (var one : List.of("if", "then", "else")) {
            if (node.has(one)) {
                expand(new Schema(schema.file(), node.path(one)), all, isName);
            }
        }
        if (node.path("$ref").isString()) {
            var parts = node.path("$ref").asString().split("#", 2);
            var file = parts[0].isEmpty()
                    ? schema.file()
                    : java.nio.file.Path.of(schema.file())
                            .resolveSibling(parts[0])
                            .normalize()
                            .toString();
            var pointer = parts.length > 1 ? parts[1] : "";
            isName[0] |= file.endsWith("codes.schema.json") && NAMES.contains(pointer.replaceFirst(".*/", ""));
            expand(new Schema(file, read(file).at(pointer)), all, isName);
        }
    }
}
