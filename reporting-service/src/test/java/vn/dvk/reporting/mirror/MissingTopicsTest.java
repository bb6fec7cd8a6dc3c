package vn.dvk.reporting.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.reporting.events.Followed;
import vn.dvk.spec.Backbone;

class MissingTopicsTest {

    @Test
    void createsWhatAMirrorHasNotAndDeadLettersForAsManyPartitionsAsItHas() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backbone.kafkaBootstrap()))) {
            admin.createTopics(List.of(new NewTopic("lai-chau.dvk.awards.v1", 5, (short) 1)))
                    .all()
                    .get();
            Awaitility.await().until(() -> admin.listTopics().names().get().contains("lai-chau.dvk.awards.v1"));
            var missing = new MissingTopics(
                    admin,
                    List.of("dvk.directory.v1", "dvk.awards.v1"),
                    List.of(new Followed(new Installation("lai-chau"), null, null, null)));

            missing.prepare();
            missing.prepare();

            // What has been created is known to the broker a moment later.
            Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(partitions(admin))
                            .containsEntry("lai-chau.dvk.awards.v1", 5)
                            .containsEntry("lai-chau.dvk.awards.v1.dlt", 5)
                            .containsEntry("lai-chau.dvk.directory.v1", 3)
                            .containsEntry("lai-chau.dvk.directory.v1.dlt", 3));
        }
    }

    private static Map<String, Integer> partitions(Admin admin) throws Exception {
        return admin
                .describeTopics(List.of(
                        "lai-chau.dvk.awards.v1",
                        "lai-chau.dvk.awards.v1.dlt",
                        "lai-chau.dvk.directory.v1",
                        "lai-chau.dvk.directory.v1.dlt"))
                .allTopicNames()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().partitions().size()));
    }
}
