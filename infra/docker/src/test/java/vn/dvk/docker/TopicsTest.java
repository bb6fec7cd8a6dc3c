package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, run with tools that only note what they are told, does what the published contract describes. */
class TopicsTest {

    private static final String SCRIPT = "infra/docker/kafka/create-topics.sh";

    @TempDir
    private Path tools;

    /** What a topic is created with: its partitions and settings. */
    private record Kept(String partitions, Map<String, String> settings) {}

    @BeforeEach
    void toolsThatOnlyNote() throws Exception {
        Files.createFile(tools.resolve("existing"));
        for (var tool : List.of("kafka-topics.sh", "kafka-configs.sh")) {
            var file = Files.writeString(tools.resolve(tool), """
                    #!/usr/bin/env bash
                    [[ $* == *--list* ]] && exec cat "$KAFKA_TOOLS/existing"
                    echo "$*"
                    """);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void the_script_creates_the_topics_of_the_contract_each_with_its_dead_letters() throws Exception {
        assertThat(created(run(Repository.text(SCRIPT)))).isEqualTo(contract());
    }

    @Test
    void a_topic_that_is_there_is_given_the_settings_and_not_created() throws Exception {
        Files.writeString(tools.resolve("existing"), "dvk.directory.v1\ndvk.awards.v1.dlt\n");
        var said = run(Repository.text(SCRIPT));

        var expected = contract();
        expected.remove("dvk.directory.v1");
        expected.remove("dvk.awards.v1.dlt");
        assertThat(created(said)).isEqualTo(expected);
        assertThat(said.stream().filter(line -> line.contains("--alter")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains("--entity-type topics --entity-name dvk.directory.v1 ")
                        .endsWith("--add-config "
                                + "cleanup.policy=delete,retention.ms=-1,retention.bytes=-1,"
                                + "message.timestamp.type=LogAppendTime"));
    }

    @Test
    void a_topic_that_is_kept_otherwise_is_found() throws Exception {
        var compacted = Repository.text(SCRIPT).replace("cleanup.policy=delete", "cleanup.policy=compact");
        assertThat(created(run(compacted))).isNotEqualTo(contract());

        var narrow = Repository.text(SCRIPT).replace("log dvk.directory.v1 3", "log dvk.directory.v1 1");
        assertThat(created(run(narrow))).isNotEqualTo(contract());
    }

    private List<String> run(String script) throws Exception {
        var process = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        process.environment().put("KAFKA_TOOLS", tools.toString());
        process.environment().put("DVK_KAFKA_BOOTSTRAP", "kafka:9092");
        process.environment().put("DVK_TOPIC_PARTITIONS", usualPartitions());
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        return said.lines().toList();
    }

    private static String usualPartitions() {
        return Repository.yaml("docker-compose.yml")
                .at("/services/kafka-topics/environment/DVK_TOPIC_PARTITIONS")
                .asString()
                .replaceAll(".*:-(\\d+)}", "$1");
    }

    private static Map<String, Kept> created(List<String> said) {
        var topics = new TreeMap<String, Kept>();
        said.stream().filter(line -> line.contains("--create")).forEach(line -> {
            var words = List.of(line.split(" "));
            var settings = new TreeMap<String, String>();
            words.stream().filter(word -> word.startsWith("--config=")).forEach(word -> {
                var setting = word.substring("--config=".length()).split("=");
                settings.put(setting[0], setting[1]);
            });
            topics.put(after("--topic", words), new Kept(after("--partitions", words), settings));
        });
        return topics;
    }

    private static String after(String option, List<String> words) {
        return words.get(words.indexOf(option) + 1);
    }

    private static Map<String, Kept> contract() {
        var topics = new TreeMap<String, Kept>();
        for (var channel :
                Repository.yaml("infra/event-contracts/asyncapi.yaml").path("channels")) {
            var kafka = channel.at("/bindings/kafka");
            var settings = new TreeMap<String, String>();
            kafka.path("topicConfiguration")
                    .properties()
                    .forEach(setting -> settings.put(
                            setting.getKey(),
                            setting.getValue().isArray()
                                    ? String.join(",", new TreeSet<>(Repository.strings(setting.getValue())))
                                    : setting.getValue().asString()));
            var kept = new Kept(kafka.path("partitions").asString(), settings);
            topics.put(channel.path("address").asString(), kept);
            topics.put(channel.path("address").asString() + ".dlt", kept);
        }
        return topics;
    }
}
