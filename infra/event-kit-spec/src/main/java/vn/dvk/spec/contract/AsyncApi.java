package vn.dvk.spec.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Our reading of {@code asyncapi.yaml}: topics, the messages on them, and which service sends or receives. */
public final class AsyncApi {

    static final String PATH = "asyncapi.yaml";

    private static final String LOCAL = "#";
    private static final String CHANNELS = "#/channels/";

    private final ContractFiles files;
    private final JsonNode document;
    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, String> payloads = new HashMap<>();
    private final Set<String> reserved = new TreeSet<>();

    /**
     * A topic.
     *
     * @param name      as it is called in Kafka
     * @param writer    the one service that writes
     * @param senders   services with a send operation
     * @param receivers services with a receive operation
     * @param types     wire names of the events on it
     */
    public record Topic(
            String name, String writer, Set<String> senders, Set<String> receivers, SortedSet<String> types) {}

    AsyncApi(ContractFiles files) {
        this.files = files;
        this.document = new YAMLMapper().readTree(files.text(PATH));
        document.path("channels")
                .properties()
                .forEach(channel -> topics.add(topic(channel.getKey(), channel.getValue())));
        document.path("components").path("messages").properties().forEach(message -> {
            var name = message.getValue().path("name").asString("");
            payloads.put(name, message.getValue().path("payload").path("$ref").asString(""));
            if (message.getValue().path("x-reserved").asBoolean(false)) {
                reserved.add(name);
            }
        });
    }

    private Topic topic(String id, JsonNode channel) {
        var types = new TreeSet<String>();
        for (var message : channel.path("messages")) {
            types.add(local(message.path("$ref").asString("")).path("name").asString("(a message without a name)"));
        }
        return new Topic(
                channel.path("address").asString(""),
                channel.path("x-writing-service").asString(""),
                services("send", id),
                services("receive", id),
                types);
    }

    private Set<String> services(String action, String channel) {
        var services = new TreeSet<String>();
        for (var operation : document.path("operations")) {
            if (operation.path("action").asString("").equals(action)
                    && operation.path("channel").path("$ref").asString("").equals(CHANNELS + channel)) {
                services.add(operation.path("x-service").asString("(an operation without a service)"));
            }
        }
        return services;
    }

    /** The whole document. */
    public JsonNode document() {
        return document;
    }

    /** Every topic there is. */
    public List<Topic> topics() {
        return List.copyOf(topics);
    }

    /** The topic with this name. */
    public Optional<Topic> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** The topics that carry an event: one, when all is well. */
    public List<Topic> topicsOf(String type) {
        return topics.stream().filter(topic -> topic.types().contains(type)).toList();
    }

    /** Wire names of which the form is settled, and which nobody publishes yet. */
    public Set<String> reserved() {
        return Set.copyOf(reserved);
    }

    /** Wire name to the schema file of its body, as the messages say. */
    Map<String, String> payloads() {
        return Map.copyOf(payloads);
    }

    /** References that lead nowhere, within the document or to a file beside it. */
    public List<String> brokenReferences() {
        return document.findValues("$ref").stream()
                .map(JsonNode::asString)
                .filter(reference -> !resolves(reference))
                .toList();
    }

    private boolean resolves(String reference) {
        return reference.startsWith(LOCAL)
                ? !local(reference).isMissingNode()
                : files.find(References.relative(PATH, reference)).isPresent();
    }

    private JsonNode local(String reference) {
        return reference.startsWith(LOCAL)
                ? document.at(JsonPointer.compile(reference.substring(LOCAL.length())))
                : document.at(JsonPointer.compile("/no-such-place"));
    }
}
