package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The script creates the topics that the published contract describes, neither more nor fewer. */
class TopicsTest {

    private static final Pattern TOPIC = Pattern.compile("(?m)^(log|compacted) (\\S+) (\\S+)$");

    @Test
    void the_script_creates_the_topics_of_the_contract() {
        assertThat(topicsOf(Repository.text("infra/docker/kafka/create-topics.sh")))
                .isEqualTo(contract());
    }

    @Test
    void a_topic_that_is_kept_otherwise_is_found() {
        var planted = Repository.text("infra/docker/kafka/create-topics.sh")
                .replace("compacted dvk.directory.v1", "log dvk.directory.v1");

        assertThat(topicsOf(planted)).isNotEqualTo(contract());
    }

    private static Map<String, String> topicsOf(String script) {
        var partitions =
                Repository.yaml("docker-compose.yml").at("/services/kafka-topics/environment/DVK_TOPIC_PARTITIONS");
        var usual = partitions.asString().replaceAll(".*:-(\\d+)}", "$1");
        var topics = new TreeMap<String, String>();
        TOPIC.matcher(script).results().forEach(found -> {
            var number = found.group(3).startsWith("\"$") ? usual : found.group(3);
            topics.put(found.group(2), found.group(1) + " " + number);
        });
        return topics;
    }

    private static Map<String, String> contract() {
        var topics = new TreeMap<String, String>();
        for (var channel :
                Repository.yaml("infra/event-contracts/asyncapi.yaml").path("channels")) {
            var kafka = channel.at("/bindings/kafka");
            var compacted = Repository.strings(kafka.path("topicConfiguration").path("cleanup.policy"))
                    .contains("compact");
            topics.put(
                    channel.path("address").asString(),
                    (compacted ? "compacted " : "log ")
                            + kafka.path("partitions").asInt());
        }
        return topics;
    }
}
