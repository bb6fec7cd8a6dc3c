package vn.dvk.spec.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON schemas among the contract files: validates bodies, and knows which fields a schema declares. */
final class Schemas {

    static final String HEADERS = "common/headers.schema.json";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> byPath = new HashMap<>();
    private final SchemaRegistry registry;

    /** What every {@code $id} begins with; the files may be moved to another base by replacing it in all of them. */
    private final String base;

    Schemas(ContractFiles files) {
        base = baseOf(files);
        var byId = new HashMap<String, String>();
        for (var path : files.paths()) {
            if (path.endsWith(".schema.json")) {
                byPath.put(path, JSON.readTree(files.text(path)));
                byId.put(idOf(path), files.text(path));
            }
        }
        // Whatever is not among the files is a mistake in them, and nothing to look for on the network.
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(byId).schemaLoader(loader -> loader.fetchRemoteResources(false)));
    }

    /** @throws IllegalArgumentException when the schema of the headers has no absolute {@code $id} that ends in its path */
    private static String baseOf(ContractFiles files) {
        var id = JSON.readTree(files.text(HEADERS)).path("$id").asString("");
        if (!id.endsWith("/" + HEADERS) || !URI.create(id).isAbsolute()) {
            throw new IllegalArgumentException(HEADERS + " has the $id '" + id + "', which is no address of it");
        }
        return id.substring(0, id.length() - HEADERS.length());
    }

    /** The absolute address that names the schema in this file. */
    String idOf(String path) {
        return base + path;
    }

    SortedSet<String> paths() {
        return new TreeSet<>(byPath.keySet());
    }

    JsonNode at(String path) {
        var schema = byPath.get(path);
        if (schema == null) {
            throw new IllegalArgumentException("No contract file " + path);
        }
        return schema;
    }

    /** What is wrong with a body, each with the place in the body; empty when nothing is. */
    List<String> validate(String path, String body) {
        try {
            return registry
                    .getSchema(SchemaLocation.of(idOf(path)))
                    .validate(
                            JSON.readTree(body),
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (JacksonException e) {
            return List.of("not JSON: " + e.getOriginalMessage());
        } catch (SchemaException e) {
            return List.of("the schema cannot be read: " + e.getMessage());
        }
    }

    /** Names of the fields a body may have at its top. */
    SortedSet<String> fields(String path) {
        var names = new TreeSet<String>();
        for (var part : parts(new Place(path, at(path)))) {
            names.addAll(part.node().path("properties").propertyNames());
        }
        return names;
    }

    /** Names of the fields a body must have at its top, whatever its values. */
    SortedSet<String> requiredFields(String path) {
        var names = new TreeSet<String>();
        for (var part : parts(new Place(path, at(path)))) {
            part.node().path("required").forEach(name -> names.add(name.asString()));
        }
        return names;
    }

    /** The same for this body: those too that only bodies like it must have, by {@code if} and {@code then}. */
    SortedSet<String> requiredFields(String path, JsonNode body) {
        var names = requiredFields(path);
        for (var part : parts(new Place(path, at(path)))) {
            var asked = part.node().path("if").path("properties");
            if (!asked.isMissingNode()
                    && asked.propertyStream()
                            .allMatch(one -> one.getValue().path("const").equals(body.path(one.getKey())))) {
                part.node().path("then").path("required").forEach(name -> names.add(name.asString()));
            }
        }
        return names;
    }

    /** Whether the schema declares a field; {@code steps.code} looks into each of {@code steps}. */
    boolean declares(String path, String field) {
        var places = List.of(new Place(path, at(path)));
        for (var name : field.split("\\.", -1)) {
            var deeper = new ArrayList<Place>();
            for (var place : places) {
                for (var part : parts(place)) {
                    var declared = part.node().path("properties").path(name);
                    if (!declared.isMissingNode()) {
                        deeper.add(new Place(part.path(), declared));
                    }
                }
            }
            if (deeper.isEmpty()) {
                return false;
            }
            places = deeper;
        }
        return true;
    }

    /** References in one schema that lead nowhere. */
    List<String> brokenReferences(String path) {
        return at(path).findValues("$ref").stream()
                .map(JsonNode::asString)
                .filter(reference -> resolve(path, reference).node().isMissingNode())
                .toList();
    }

    /** A piece of schema, and the file it is in, against which its references are read. */
    private record Place(String path, JsonNode node) {}

    /** The piece itself and whatever it is composed of: what it refers to, combines, or lists. */
    private List<Place> parts(Place place) {
        var parts = new ArrayList<Place>();
        parts.add(place);
        var node = place.node();
        if (node.has("$ref")) {
            parts.addAll(parts(resolve(place.path(), node.path("$ref").asString())));
        }
        for (var keyword : List.of("allOf", "anyOf", "oneOf")) {
            node.path(keyword).forEach(part -> parts.addAll(parts(new Place(place.path(), part))));
        }
        if (node.has("items")) {
            parts.addAll(parts(new Place(place.path(), node.path("items"))));
        }
        return parts;
    }

    private Place resolve(String from, String reference) {
        var hash = reference.indexOf('#');
        var file = hash < 0 ? reference : reference.substring(0, hash);
        var pointer = hash < 0 ? "" : reference.substring(hash + 1);
        var path = file.isEmpty() ? from : References.relative(from, file);
        var schema = byPath.get(path);
        return new Place(path, schema == null ? JSON.missingNode() : schema.at(JsonPointer.compile(pointer)));
    }
}
