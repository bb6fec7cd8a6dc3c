package vn.dvk.docker;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    OUR_SERVICES_KNOW_STORE_BROKER_AND_ISSUER(ComposePromise::missingAddresses),
    NO_CONTAINER_LEAVES_A_NAMELESS_VOLUME(eachService(ComposePromise::namelessVolumes)),
    HEAP_AND_COLUMN_STORE_FIT_INTO_THE_LIMIT(ComposePromise::tooMuchMemory),
    THE_COLUMN_STORE_SPILLS_TO_A_DISK(ComposePromise::spillsToMemory),
    THE_BROKER_IS_THE_RELEASE_OUR_CLIENTS_ARE(ComposePromise::otherBroker),
    NOTHING_OF_THE_DEMO_IS_IN_IT(ComposePromise::demo);

    /** Name in the compose file, and the module it is built from. */
    static final Map<String, String> OUR_SERVICES = Map.of(
            "registration", "registration-service",
            "evaluation", "evaluation-service",
            "awards", "awards-service",
            "reporting", "reporting-service");

    /** Folders that an image declares as volumes: what does not mount something there gets one without a name. */
    private static final Map<String, List<String>> VOLUMES_OF_IMAGES = Map.of(
            "apache/kafka", List.of("/etc/kafka/secrets", "/var/lib/kafka/data", "/mnt/shared/config"),
            "mongo", List.of("/data/db", "/data/configdb"),
            "prom/prometheus", List.of("/prometheus"));

    /** Of the limit: the rest is for threads, code, buffers and what the JVM knows of classes. */
    private static final double MOST_OF_THE_LIMIT = 0.7;

    private static final Pattern MEGABYTES = Pattern.compile("(\\d+)([mMgG])");
    private static final Pattern KAFKA_VERSION = Pattern.compile("<kafka.version>([^<]+)<");
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
            for (var setting : List.of("DVK_INSTALLATION", "DVK_MONGODB_URI", "DVK_KAFKA_BOOTSTRAP", "DVK_ISSUER")) {
                if (!service.path("environment").has(setting)) {
                    missing.add(name + " has no " + setting);
                }
            }
        });
        return missing;
    }

    private static Stream<String> namelessVolumes(String name, JsonNode service) {
        var image = service.path("image").asString("").split(":")[0];
        var mounted = Stream.concat(
                        Repository.strings(service.path("volumes")).stream().map(volume -> volume.split(":")[1]),
                        Repository.strings(service.path("tmpfs")).stream().map(folder -> folder.split(":")[0]))
                .toList();
        return VOLUMES_OF_IMAGES.getOrDefault(image, List.of()).stream()
                .filter(folder -> !mounted.contains(folder))
                .map(folder -> name + " mounts nothing at " + folder);
    }

    private static List<String> tooMuchMemory(ObjectNode compose) {
        var reporting = compose.at("/services/reporting");
        var heap = megabytes(reporting.at("/environment/JDK_JAVA_OPTIONS"));
        var columns = megabytes(reporting.at("/environment/DVK_REPORTING_DUCKDBMEMORY"));
        var limit = megabytes(reporting.path("mem_limit"));
        return heap > 0 && columns > 0 && heap + columns <= limit * MOST_OF_THE_LIMIT
                ? List.of()
                : List.of("reporting may take %d + %d MB of %d".formatted(heap, columns, limit));
    }

    /** 0 when it says nothing. */
    private static long megabytes(JsonNode text) {
        var amount = MEGABYTES.matcher(text.asString(""));
        if (!amount.find()) {
            return 0;
        }
        return Long.parseLong(amount.group(1)) * (amount.group(2).equalsIgnoreCase("g") ? 1024 : 1);
    }

    private static List<String> spillsToMemory(ObjectNode compose) {
        var reporting = compose.at("/services/reporting");
        var folder = reporting.at("/environment/DVK_REPORTING_DUCKDBFOLDER").asString("");
        return Repository.strings(reporting.path("volumes")).stream()
                        .map(volume -> volume.split(":"))
                        .anyMatch(
                                volume -> compose.path("volumes").has(volume[0]) && folder.startsWith(volume[1] + "/"))
                ? List.of()
                : List.of("reporting spills to '" + folder + "', which is in no volume");
    }

    private static List<String> otherBroker(ObjectNode compose) {
        var clients = KAFKA_VERSION.matcher(Repository.text("pom.xml"));
        var broker = compose.at("/services/kafka/image").asString("");
        return clients.find() && broker.equals("apache/kafka:" + clients.group(1))
                ? List.of()
                : List.of("the broker is " + broker);
    }

    private static List<String> demo(ObjectNode compose) {
        return Stream.concat(Repository.texts(compose), Repository.documentedVariables().stream())
                .filter(text -> text.toLowerCase(Locale.ROOT).contains("demo"))
                .map(text -> "of the demo: " + text)
                .toList();
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
