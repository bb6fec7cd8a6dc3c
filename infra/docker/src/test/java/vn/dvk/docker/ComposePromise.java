package vn.dvk.docker;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code docker-compose.yml} promises. */
enum ComposePromise {
    FOLLOWS_THE_COMPOSE_SPECIFICATION(ComposePromise::schemaErrors),
    EVERY_REFERENCED_FILE_EXISTS(eachService(ComposePromise::missingFiles)),
    EVERY_VARIABLE_HAS_A_DEFAULT_OR_IS_EXPLAINED(ComposePromise::unexplainedVariables),
    EVERY_EXPLAINED_VARIABLE_IS_USED(ComposePromise::unusedVariables),
    EVERY_IMAGE_HAS_A_VERSION(eachService(ComposePromise::imageWithoutVersion)),
    EVERY_SERVICE_TELLS_ITS_HEALTH_OR_ENDS(eachService(ComposePromise::unknownHealth)),
    SERVICES_WAIT_FOR_HEALTH_NOT_FOR_TIME(ComposePromise::wrongDependencies),
    PORTS_STAY_ON_THIS_MACHINE(eachService(ComposePromise::openPorts)),
    CONTAINERS_ARE_HARDENED(eachService(ComposePromise::softSpots)),
    SECRETS_COME_FROM_OUTSIDE(eachService(ComposePromise::secretsInClear)),
    THE_STORE_CANNOT_BE_REACHED_FROM_OUTSIDE(ComposePromise::waysToTheStore),
    OUR_SERVICES_KNOW_STORE_BROKER_AND_ISSUER(ComposePromise::missingAddresses);

    /** Name in the compose file, and the module it is built from. */
    static final Map<String, String> OUR_SERVICES = Map.of(
            "registration", "registration-service",
            "evaluation", "evaluation-service",
            "awards", "awards-service",
            "reporting", "reporting-service");

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z0-9_]+)([^}]*)}");
    private static final Pattern VERSION = Pattern.compile(".+:v?\\d[^:]*");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|_KEY)");
    private static final Pattern REQUIRED_VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+:\\?[^}]+}");

    private final Function<ObjectNode, List<String>> check;

    ComposePromise(Function<ObjectNode, List<String>> check) {
        this.check = check;
    }

    List<String> brokenBy(ObjectNode compose) {
        return check.apply(compose);
    }

    private static List<String> schemaErrors(ObjectNode compose) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                // Its own id is relative, so it needs an address to stand at.
                .getSchema(
                        SchemaLocation.of("urn:compose-spec"),
                        Repository.json("infra/docker/src/test/resources/compose-spec/compose-spec.json"))
                .validate(compose)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Stream<String> missingFiles(String name, JsonNode service) {
        var files = new ArrayList<String>();
        if (service.has("build")) {
            files.add(service.at("/build/context").asString() + "/"
                    + service.at("/build/dockerfile").asString("Dockerfile"));
        }
        for (var volume : service.path("volumes")) {
            var source = volume.asString().split(":", 2)[0];
            if (source.startsWith(".")) {
                files.add(source);
            }
        }
        return files.stream().filter(file -> !Repository.has(file)).map(file -> name + " needs " + file);
    }

    private static List<String> unexplainedVariables(ObjectNode compose) {
        var explained = Set.copyOf(Repository.documentedVariables());
        return Repository.texts(compose)
                .flatMap(text -> VARIABLE.matcher(text).results())
                .filter(variable -> !variable.group(2).startsWith(":-") && !explained.contains(variable.group(1)))
                .map(variable -> variable.group() + " has no default and is not in .env.example")
                .toList();
    }

    private static List<String> unusedVariables(ObjectNode compose) {
        var used = Repository.texts(compose)
                .flatMap(text -> VARIABLE.matcher(text).results())
                .map(variable -> variable.group(1))
                .toList();
        return Repository.documentedVariables().stream()
                .filter(variable -> !used.contains(variable))
                .map(variable -> variable + " is in .env.example and nothing reads it")
                .toList();
    }

    private static Stream<String> imageWithoutVersion(String name, JsonNode service) {
        var image = service.path("image").asString("");
        return VERSION.matcher(image).matches() ? Stream.empty() : Stream.of(name + " has the image '" + image + "'");
    }

    private static Stream<String> unknownHealth(String name, JsonNode service) {
        return isOneShot(service) || service.at("/healthcheck/test").isArray()
                ? Stream.empty()
                : Stream.of(name + " has no health check and does not end by itself");
    }

    private static List<String> wrongDependencies(ObjectNode compose) {
        var services = compose.path("services");
        return eachService((name, service) -> service.path("depends_on")
                        .propertyStream()
                        .filter(dependency -> !isMet(services.path(dependency.getKey()), dependency.getValue()))
                        .map(dependency -> name + " waits for " + dependency))
                .apply(compose);
    }

    private static boolean isMet(JsonNode target, JsonNode dependency) {
        return switch (dependency.path("condition").asString("")) {
            case "service_healthy" -> target.at("/healthcheck/test").isArray();
            case "service_completed_successfully" -> isOneShot(target);
            default -> false;
        };
    }

    private static Stream<String> openPorts(String name, JsonNode service) {
        return service.path("ports")
                .valueStream()
                .filter(port -> !port.asString("").startsWith("127.0.0.1:"))
                .map(port -> name + " publishes " + port);
    }

    private static Stream<String> softSpots(String name, JsonNode service) {
        var soft = new ArrayList<String>();
        if (!service.path("read_only").asBoolean(false)) {
            soft.add("a writable root file system");
        }
        if (!Repository.strings(service.path("cap_drop")).contains("ALL")) {
            soft.add("capabilities");
        }
        if (!Repository.strings(service.path("security_opt")).contains("no-new-privileges:true")) {
            soft.add("a way to new privileges");
        }
        if (!service.has("mem_limit")) {
            soft.add("all the memory");
        }
        return soft.stream().map(spot -> name + " has " + spot);
    }

    private static Stream<String> secretsInClear(String name, JsonNode service) {
        return service.path("environment")
                .propertyStream()
                .filter(setting -> SECRET_NAME.matcher(setting.getKey()).matches())
                .filter(setting -> !REQUIRED_VARIABLE
                        .matcher(setting.getValue().asString())
                        .matches())
                .map(setting -> name + " has " + setting.getKey() + " in the file");
    }

    private static List<String> waysToTheStore(ObjectNode compose) {
        var ways = new ArrayList<String>();
        if (compose.at("/services/mongo").has("ports")) {
            ways.add("mongo publishes a port");
        }
        for (var network : compose.at("/services/mongo/networks")) {
            if (!compose.path("networks")
                    .path(network.asString())
                    .path("internal")
                    .asBoolean(false)) {
                ways.add("mongo is in the network " + network.asString() + ", which is not internal");
            }
        }
        return ways;
    }

    private static List<String> missingAddresses(ObjectNode compose) {
        var missing = new ArrayList<String>();
        OUR_SERVICES.forEach((name, module) -> {
            var service = compose.path("services").path(name);
            if (!service.at("/build/args/SERVICE").asString("").equals(module) || !Repository.has(module)) {
                missing.add(name + " is not built from " + module);
            }
            for (var setting : List.of("DVK_MONGODB_URI", "DVK_KAFKA_BOOTSTRAP", "DVK_ISSUER")) {
                if (!service.path("environment").has(setting)) {
                    missing.add(name + " has no " + setting);
                }
            }
        });
        return missing;
    }

    private static boolean isOneShot(JsonNode service) {
        return service.path("restart").asString("").equals("no");
    }

    private static Function<ObjectNode, List<String>> eachService(BiFunction<String, JsonNode, Stream<String>> check) {
        return compose -> compose.path("services")
                .propertyStream()
                .flatMap(service -> check.apply(service.getKey(), service.getValue()))
                .toList();
    }
}
