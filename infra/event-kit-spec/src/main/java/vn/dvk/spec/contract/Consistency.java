package vn.dvk.spec.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Whether the contract files fit together: schemas, samples, topics and readers, each seen from the others. */
final class Consistency {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final JsonMapper JSON = new JsonMapper();

    private final Contracts contracts;
    private final Problems problems = new Problems();

    Consistency(Contracts contracts) {
        this.contracts = contracts;
    }

    void assertHolds() {
        contracts.schemas().paths().forEach(this::checkSchema);
        contracts.types().forEach(this::checkEvent);
        checkSamplesHaveSchemas();
        contracts.asyncApi().topics().forEach(this::checkTopic);
        contracts
                .asyncApi()
                .brokenReferences()
                .forEach(reference -> problems.add(AsyncApi.PATH + " refers to " + reference + ", which is not there"));
        checkMessages();
        contracts.readers().forEach(this::checkReader);
        problems.throwIfAny("The contract files contradict one another");
    }

    private void checkSchema(String path) {
        var schema = contracts.schemas().at(path);
        for (var expected : List.of(
                List.of("$schema", DIALECT), List.of("$id", contracts.schemas().idOf(path)))) {
            if (!schema.path(expected.getFirst()).asString("").equals(expected.getLast())) {
                problems.add("%s should have %s %s".formatted(path, expected.getFirst(), expected.getLast()));
            }
        }
        for (var text : List.of("title", "description")) {
            if (schema.path(text).asString("").isBlank()) {
                problems.add(path + " has no " + text);
            }
        }
        contracts
                .schemas()
                .brokenReferences(path)
                .forEach(reference -> problems.add(path + " refers to " + reference + ", which is not there"));
    }

    private void checkEvent(String type) {
        var path = EventName.ofType(type).orElseThrow().schemaPath();
        var shown = new TreeSet<String>();
        for (var sample : contracts.samples(type)) {
            contracts.validate(type, sample.text()).forEach(problem -> problems.add(sample + " " + problem));
            var body = JSON.readTree(sample.text());
            var fields = body.propertyNames();
            shown.addAll(fields);
            if (sample.label().equals("minimal")) {
                var required = contracts.schemas().requiredFields(path, body);
                fields.stream()
                        .filter(field -> !required.contains(field))
                        .forEach(field -> problems.add(sample + " has " + field + ", which is not required"));
            }
        }
        var labels = contracts.samples(type).stream().map(Sample::label).collect(Collectors.toSet());
        PublisherContract.SAMPLES.stream()
                .filter(label -> !labels.contains(label))
                .forEach(label -> problems.add(type + " has no " + label + " sample"));
        contracts.fieldsOf(type).stream()
                .filter(field -> !shown.contains(field))
                .forEach(field -> problems.add("no sample of " + type + " shows " + field));
        var topics = contracts.asyncApi().topicsOf(type);
        if (topics.size() != 1 || !topics.getFirst().name().equals(contracts.topicOf(type))) {
            problems.add("%s belongs on %s alone and is on %s"
                    .formatted(
                            type,
                            contracts.topicOf(type),
                            topics.stream().map(AsyncApi.Topic::name).toList()));
        }
    }

    private void checkSamplesHaveSchemas() {
        for (var path : contracts.files().paths()) {
            EventName.ofSample(path)
                    .filter(event -> !contracts.types().contains(event.type()))
                    .ifPresent(_ -> problems.add(path + " is a sample of an event without a schema"));
        }
    }

    private void checkTopic(AsyncApi.Topic topic) {
        if (!topic.senders().equals(Set.of(topic.writer()))) {
            problems.add("%s is written by %s, the send operations say %s"
                    .formatted(topic.name(), topic.writer(), topic.senders()));
        }
        var readers = contracts.readers().stream()
                .filter(reader -> topic.name().equals("dvk.%s.v1".formatted(reader.folder())))
                .map(Reader::consumer)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!topic.receivers().equals(readers)) {
            problems.add("%s is read by %s, the receive operations say %s"
                    .formatted(topic.name(), readers, topic.receivers()));
        }
    }

    private void checkMessages() {
        contracts.asyncApi().payloads().forEach((type, payload) -> {
            var schema = EventName.ofType(type).map(EventName::schemaPath).orElse("(no wire name)");
            if (!payload.equals("./" + schema)) {
                problems.add("%s should have the payload ./%s and has %s".formatted(type, schema, payload));
            }
            if (contracts.asyncApi().topicsOf(type).isEmpty()) {
                problems.add(type + " is a message on no topic");
            }
        });
    }

    private void checkReader(Reader reader) {
        problems.addAll(contracts.consumer(reader.consumer()).problemsOf(reader));
    }
}
