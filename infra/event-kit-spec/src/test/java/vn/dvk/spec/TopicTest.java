package vn.dvk.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the tests of a service put on a topic is there as they said, and comes back as it is. */
class TopicTest {

    private static final String REGISTERED = "vn.dvk.registration.model-registered.v1";
    private static final Topic TOPIC = Topic.named("dvk.registration.v1");

    private final String model = UUID.randomUUID().toString();

    @Test
    void an_event_of_another_service_keeps_its_contract() {
        Topic.publish(SampleEvent.minimal(REGISTERED).about(model).at(2).with("unit", "NA-07"));

        var published = TOPIC.awaitEvents(model, 1).getFirst();
        assertThat(SampleEvent.CONTRACTS.validate(published)).isEmpty();
        assertThat(published.headers())
                .containsEntry("ce_position", "2")
                .containsEntry("ce_source", "/dvk/local/registration");
        assertThat(published.body()).contains(model, "NA-07");
    }

    @Test
    void an_event_that_no_service_would_publish_is_not_published() {
        var wrong = SampleEvent.minimal(REGISTERED).about(model).without("unit");

        assertThatThrownBy(() -> Topic.publish(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unit");
        assertThat(TOPIC.events(model)).isEmpty();
    }

    @Test
    void the_same_event_twice_is_one_and_two_records() {
        var event = SampleEvent.full(REGISTERED).about(model);
        Topic.publish(List.of(event, event.at(2), event));

        assertThat(TOPIC.awaitEvents(model, 2)).hasSize(2);
        assertThat(TOPIC.records(one -> model.equals(one.key()))).hasSize(3);
        assertThat(TOPIC.positions("/dvk/local/registration")).containsEntry(model, List.of(1L, 2L));
    }

    @Test
    void any_record_can_be_sent() {
        var doubled = SampleEvent.minimal(REGISTERED).about(model).record();
        doubled.headers().remove("ce_position").add("ce_type", "nonsense".getBytes(UTF_8));
        Topic.send(doubled);
        var nothing = TOPIC.send(null, null);

        var sent = TOPIC.await(one -> model.equals(one.key()), found -> found.size() == 1)
                .getFirst();
        assertThat(Topic.header(sent, "ce_position")).isEmpty();
        assertThat(Topic.header(sent, "ce_type")).isEqualTo("nonsense");
        assertThat(TOPIC.records(one -> one.partition() == nothing.partition() && one.offset() == nothing.offset()))
                .singleElement()
                .matches(one -> one.key() == null && one.value() == null);
    }

    @Test
    void an_event_is_read_without_a_broker() {
        var incoming = SampleEvent.minimal(REGISTERED).about(model).at(7).incoming();

        assertThat(incoming.subject()).isEqualTo(model);
        assertThat(incoming.position()).isEqualTo(7);
    }
}
