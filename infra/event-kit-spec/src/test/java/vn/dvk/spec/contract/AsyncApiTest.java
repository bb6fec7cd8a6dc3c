package vn.dvk.spec.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.local.Topics;

class AsyncApiTest {

    private static final ContractFiles FILES = ContractFiles.onClassPath();

    @Test
    void the_document_keeps_the_asyncapi_specification() {
        assertThat(problems(FILES)).isEmpty();
    }

    @Test
    void a_document_that_does_not_is_found() {
        assertThat(problems(changed("action: send", "action: shout"))).isNotEmpty();
        assertThat(problems(changed("retention.ms: -1", "retention.ms: for ever")))
                .isNotEmpty();
        assertThat(problems(changed("defaultContentType:", "defaultContentTyp:")))
                .isNotEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(new AsyncApi(FILES).brokenReferences()).isEmpty();
        assertThat(new AsyncApi(changed("$ref: '#/channels/awards'", "$ref: '#/channels/award'")).brokenReferences())
                .contains("#/channels/award");
        assertThat(new AsyncApi(FILES.without(Schemas.HEADERS)).brokenReferences())
                .contains("./" + Schemas.HEADERS);
    }

    @Test
    void topics_have_one_writer_and_keep_what_read_stores_are_rebuilt_from() {
        var asyncApi = new AsyncApi(FILES);

        assertThat(asyncApi.topics())
                .extracting(AsyncApi.Topic::name, AsyncApi.Topic::writer)
                .containsExactlyInAnyOrder(
                        tuple("dvk.directory.v1", "registration"),
                        tuple("dvk.registration.v1", "registration"),
                        tuple("dvk.evaluation.v1", "evaluation"),
                        tuple("dvk.awards.v1", "awards"),
                        tuple("dvk.reporting.v1", "reporting"));
        for (var channel : asyncApi.document().path("channels")) {
            var kafka = channel.path("bindings").path("kafka");
            assertThat(kafka.path("topic")).isEqualTo(channel.path("address"));
            var kept = kafka.path("topicConfiguration");
            assertThat(kept.path("cleanup.policy"))
                    .as("%s is not compacted", channel.path("address"))
                    .singleElement()
                    .extracting(JsonNode::asString)
                    .isEqualTo("delete");
        }
    }

    @Test
    void the_topics_that_the_platform_creates_are_those_of_the_document() {
        var described = new TreeMap<String, Map<String, String>>();
        var partitions = new TreeMap<String, Integer>();
        for (var channel : new AsyncApi(FILES).document().path("channels")) {
            var kafka = channel.path("bindings").path("kafka");
            var settings = new TreeMap<String, String>();
            kafka.path("topicConfiguration")
                    .properties()
                    .forEach(setting -> settings.put(
                            setting.getKey(),
                            setting.getValue().isArray()
                                    ? setting.getValue().path(0).asString()
                                    : setting.getValue().asString()));
            described.put(channel.path("address").asString(), settings);
            partitions.put(
                    channel.path("address").asString(), kafka.path("partitions").asInt());
        }

        assertThat(described.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(Topics.Topic::name).toList());
        assertThat(described).allSatisfy((_, settings) -> assertThat(settings).isEqualTo(Topics.KEPT_FOR_EVER));
        Topics.ALL.forEach(topic -> assertThat(partitions)
                .containsEntry(topic.name(), Math.min(Topics.CLUSTER.partitions(), topic.mostPartitions())));
    }

    private static List<Error> problems(ContractFiles files) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(specification(), InputFormat.JSON)
                .validate(new AsyncApi(files).document());
    }

    private static String specification() {
        try (var content = AsyncApiTest.class.getResourceAsStream("asyncapi-3.0.0.schema.json")) {
            return new String(requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractFiles changed(String from, String to) {
        var before = FILES.text(AsyncApi.PATH);
        assertThat(before).contains(from);
        return FILES.with(AsyncApi.PATH, before.replace(from, to));
    }
}
