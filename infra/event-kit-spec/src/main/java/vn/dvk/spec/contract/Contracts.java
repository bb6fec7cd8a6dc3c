package vn.dvk.spec.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published language of the platform, ready to be asked by a test.
 *
 * <pre>{@code
 * var contracts = Contracts.load();
 * contracts.publisher("awards").publishesExactly(wireNames);
 * contracts.assertValid("vn.dvk.awards.hold-placed.v1", body);
 * contracts.consumer("awards").readsExactly(used, ignored);
 * contracts.consumer("awards").canRead(reading);
 * contracts.canvas("awards").agreesWith(Path.of("README.md"));
 * }</pre>
 */
public final class Contracts {

    private static final JsonMapper JSON = new JsonMapper();

    private final ContractFiles files;
    private final Schemas schemas;
    private final AsyncApi asyncApi;
    private final List<Reader> readers;

    private Contracts(ContractFiles files) {
        this.files = files;
        this.schemas = new Schemas(files);
        this.asyncApi = new AsyncApi(files);
        this.readers = ReaderFiles.in(files);
    }

    /** The contracts on the class path. */
    public static Contracts load() {
        return of(ContractFiles.onClassPath());
    }

    /** The contracts in other files, for example with one planted violation. */
    public static Contracts of(ContractFiles files) {
        return new Contracts(files);
    }

    /** Wire names of all events that have a schema. */
    public SortedSet<String> types() {
        var types = new TreeSet<String>();
        schemas.paths()
                .forEach(path -> EventName.ofSchema(path).map(EventName::type).ifPresent(types::add));
        return types;
    }

    /** Wire names a service publishes: all events of the topics it writes but the reserved ones. */
    public SortedSet<String> types(String service) {
        var types = new TreeSet<String>();
        for (var topic : asyncApi.topics()) {
            if (topic.writer().equals(service)) {
                types.addAll(typesOn(topic.name()));
            }
        }
        types.removeAll(asyncApi.reserved());
        return types;
    }

    /** Wire names on one topic: those with a schema and those AsyncAPI puts there, the same when all is well. */
    public SortedSet<String> typesOn(String topic) {
        var types = new TreeSet<String>();
        asyncApi.topic(topic).ifPresent(found -> types.addAll(found.types()));
        types().stream().filter(type -> name(type).topic().equals(topic)).forEach(types::add);
        return types;
    }

    /**
     * The topic that carries an event.
     *
     * @throws IllegalArgumentException when the wire name is not well formed
     */
    public String topicOf(String type) {
        return name(type).topic();
    }

    /**
     * The schema of an event's body.
     *
     * @throws IllegalArgumentException when there is none
     */
    public JsonNode schemaOf(String type) {
        return schemas.at(name(type).schemaPath());
    }

    /** Every released sample of an event, older ones included. */
    public List<Sample> samples(String type) {
        var samples = new ArrayList<Sample>();
        for (var path : files.paths()) {
            if (EventName.ofSample(path).filter(name(type)::equals).isPresent()) {
                samples.add(new Sample(type, EventName.labelOf(path), path, files.text(path)));
            }
        }
        return samples;
    }

    /**
     * What is wrong with a body, each with the place in it; empty when nothing is.
     *
     * @throws IllegalArgumentException when the event has no schema
     */
    public List<String> validate(String type, String body) {
        return schemas.validate(name(type).schemaPath(), body);
    }

    /** @throws AssertionError when the body is not what the contract says */
    public void assertValid(String type, String body) {
        var problems = new Problems();
        problems.addAll(validate(type, body));
        problems.throwIfAny(type + " does not keep its contract with " + body);
    }

    /** What is wrong with a whole record: body, headers, and how they, the key and the topic fit together. */
    public List<String> validate(PublishedRecord published) {
        var problems = new Problems();
        var headers = published.headers();
        problems.addAll(schemas.validate(Schemas.HEADERS, JSON.writeValueAsString(headers)));
        var event = EventName.ofType(headers.getOrDefault("ce_type", ""));
        if (event.isEmpty() || !types().contains(event.get().type())) {
            problems.add("ce_type names no event that has a contract");
            return problems.list();
        }
        var type = event.get().type();
        var invalid = validate(type, published.body());
        problems.addAll(invalid);
        expect(problems, "topic", topicOf(type), published.topic());
        var source = headers.getOrDefault("ce_source", "nothing");
        if (!source.matches("/dvk/[^/]+/" + event.get().folder())) { // the schema says how an installation is written
            problems.add("ce_source should be /dvk/<installation>/%s and is %s"
                    .formatted(event.get().folder(), source));
        }
        expect(problems, "ce_dataschema", schemas.idOf(event.get().schemaPath()), headers.get("ce_dataschema"));
        if (headers.containsKey("ce_traceparent")) {
            expect(problems, "traceparent", headers.get("ce_traceparent"), headers.get("traceparent"));
        }
        if (invalid.isEmpty()) {
            var key = JSON.readTree(published.body()).path("model").asString(headers.getOrDefault("ce_subject", ""));
            expect(problems, "key", key, published.key());
        }
        return problems.list();
    }

    /** @throws AssertionError when the record is not what the contract says */
    public void assertValid(PublishedRecord published) {
        var problems = new Problems();
        problems.addAll(validate(published));
        problems.throwIfAny("A record on " + published.topic() + " does not keep its contract");
    }

    private static void expect(Problems problems, String what, String expected, @Nullable String actual) {
        if (!expected.equals(actual)) {
            problems.add("%s should be %s and is %s".formatted(what, expected, actual));
        }
    }

    /** Names of the fields a body may have at its top. */
    public SortedSet<String> fieldsOf(String type) {
        return schemas.fields(name(type).schemaPath());
    }

    /** What a consumer says it reads, one entry per topic. */
    public List<Reader> readers(String consumer) {
        return readers.stream()
                .filter(reader -> reader.consumer().equals(consumer))
                .toList();
    }

    /** Topics, messages and operations. */
    public AsyncApi asyncApi() {
        return asyncApi;
    }

    /** Checks for a service that publishes. */
    public PublisherContract publisher(String service) {
        return new PublisherContract(this, service);
    }

    /** Checks for a service that reads. */
    public ConsumerContract consumer(String service) {
        return new ConsumerContract(this, service);
    }

    /** Checks for the event tables in a service's README. */
    public Canvas canvas(String service) {
        return new Canvas(this, service);
    }

    /** @throws AssertionError when the contract files contradict one another */
    public void assertConsistent() {
        new Consistency(this).assertHolds();
    }

    /** @throws AssertionError when a released sample has changed or vanished, or one is not yet on the list */
    public void assertReleasedSamplesUntouched() {
        new ReleasedSamples(files).assertUntouched();
    }

    ContractFiles files() {
        return files;
    }

    Schemas schemas() {
        return schemas;
    }

    List<Reader> readers() {
        return readers;
    }

    private static EventName name(String type) {
        return EventName.ofType(type)
                .orElseThrow(() -> new IllegalArgumentException(
                        type + " is not a wire name such as vn.dvk.awards.hold-placed.v1"));
    }
}
