package vn.dvk.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files of the repository, from its top folder. */
final class Repository {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SETTING = Pattern.compile("(?m)^([A-Z][A-Z0-9_]*)=");

    private Repository() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static boolean has(String path) {
        return Files.exists(ROOT.resolve(path));
    }

    static Path at(String path) {
        return ROOT.resolve(path);
    }

    static ObjectNode yaml(String path) {
        var parser = new Yaml(new SafeConstructor(new LoaderOptions()));
        return JSON.valueToTree(parser.load(text(path)));
    }

    static JsonNode json(String path) {
        return JSON.readTree(text(path));
    }

    /** The variables that {@code .env.example} explains. */
    static List<String> documentedVariables() {
        return SETTING.matcher(text("infra/docker/.env.example"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Every text inside a document, at any depth. */
    static Stream<String> texts(JsonNode node) {
        if (node.isString()) {
            return Stream.of(node.asString());
        }
        return node.valueStream().flatMap(Repository::texts);
    }

    static List<String> strings(JsonNode list) {
        var strings = new ArrayList<String>();
        list.forEach(element -> strings.add(element.asString()));
        return strings;
    }
}
