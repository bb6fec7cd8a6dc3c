package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.awaitOpen;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.history;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newModelId;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;
import static vn.dvk.evaluation.running.Evaluations.newProgrammeCode;
import static vn.dvk.evaluation.running.Evaluations.programme;
import static vn.dvk.evaluation.running.Evaluations.registered;
import static vn.dvk.evaluation.running.Evaluations.waiting;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Events that come twice, in the wrong order, too early, or that nobody here understands. */
class DeliveryTest {

    private static final String REGISTERED = "vn.dvk.registration.model-registered.v1";
    private static final String AMENDED = "vn.dvk.registration.model-corrected.v1";
    private static final String SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    private static final String RECOGNIZED = "vn.dvk.awards.model-recognized.v1";

    @Test
    void what_comes_twice_happens_once() {
        var programme = newProgramme();
        var model = newModel(programme);
        Topic.publish(registered(model, programme));
        amend(model, 2, "Tên mới");
        amend(model, 2, "Tên mới");
        amend(model, 3, "Tên mới nhất");

        awaitName(model, "Tên mới nhất");
        assertThat(history(model)).hasSize(3);
        assertThat(OURS.events(model)).hasSize(1);
    }

    @Test
    void what_overtook_its_predecessor_waits_for_it() {
        var programme = newProgramme();
        var model = newModelId();
        amend(model, 4, "Tên thứ tư");
        amend(model, 3, "Tên thứ ba");
        await().untilAsserted(() -> assertThat(waiting(model)).isNotNull());
        Topic.publish(registered(model, programme).at(2));

        awaitName(model, "Tên thứ tư");
        assertThat(waiting(model)).isNull();
    }

    @Test
    void what_came_before_the_registration_is_passed_over() {
        var programme = newProgramme();
        var model = newModelId();
        Topic.publish(SampleEvent.minimal(SUBMITTED).about(model));
        Topic.publish(registered(model, programme).at(2));
        awaitOpen(model);
        assertThat(waiting(model)).isNull();
    }

    @Test
    void a_model_waits_for_its_programme() {
        var programme = newProgrammeCode();
        var model = newModelId();
        Topic.publish(registered(model, programme));
        await().untilAsserted(() -> {
            var waiting = waiting(model);
            assertThat(waiting).isNotNull();
            assertThat(waiting.path("why").asString()).isEqualTo("AWAITING");
            assertThat(waiting.path("reason").asString()).contains(programme);
        });
        get(evaluation(model)).is(404, "not-known-yet");

        Topic.publish(programme(programme));

        awaitOpen(model);
        await().untilAsserted(() -> assertThat(waiting(model)).isNull());
    }

    @Test
    void a_recognition_may_be_seen_before_the_registration() {
        var programme = newProgramme();
        var model = newModelId();
        Topic.publish(SampleEvent.minimal(RECOGNIZED).about(model));
        await().untilAsserted(() -> assertThat(waiting(model)).isNotNull());
        Topic.publish(registered(model, programme));

        await().untilAsserted(() -> assertThat(get(evaluation(model))
                        .json()
                        .path("steps")
                        .path(4)
                        .path("done")
                        .asString())
                .isEqualTo("2021-11-09"));
        assertThat(get(evaluation(model)).json().path("state").asString())
                .as("what is missing stays open")
                .isEqualTo("OPEN");
    }

    @Test
    void awards_events_of_other_streams_hold_nothing_up() {
        var model = newModel(newProgramme());
        var award = UUID.randomUUID().toString();
        var replication = UUID.randomUUID().toString();
        Topic.publish(SampleEvent.minimal("vn.dvk.awards.award-granted.v1")
                .subject(award)
                .with("award", award)
                .without("model"));
        Topic.publish(SampleEvent.minimal("vn.dvk.awards.replication-proposed.v1")
                .about(model)
                .subject(replication));
        Topic.publish(SampleEvent.minimal("vn.dvk.awards.hold-placed.v1").about(model));
        Topic.publish(SampleEvent.minimal("vn.dvk.awards.award-granted.v1")
                .about(model)
                .at(2));
        Topic.publish(SampleEvent.minimal(RECOGNIZED).about(model).at(3));

        await().untilAsserted(() -> assertThat(OURS.events(model)).hasSize(2));
        await().untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(waiting(award)).isNull();
        assertThat(waiting(replication)).isNull();
        assertThat(waiting(model)).isNull();
    }

    @Test
    void a_type_nobody_knows_holds_its_stream_and_a_person_decides() {
        var programme = newProgramme();
        var model = newModel(programme);
        var other = newModel(programme);
        var applauded = SampleEvent.minimal(AMENDED).about(model).at(2).record();
        applauded.headers().remove("ce_type").add("ce_type", bytes("vn.dvk.registration.model-applauded.v1"));
        Topic.send(applauded);
        amend(model, 3, "Sau đó");
        amend(other, 2, "Không bị giữ");

        awaitName(other, "Không bị giữ");
        await().untilAsserted(() -> {
            var parked = waiting(model);
            assertThat(parked).isNotNull();
            assertThat(parked.path("why").asString()).isEqualTo("UNKNOWN_TYPE");
            assertThat(parked.path("events").asInt()).isEqualTo(2);
        });
        var id = Objects.requireNonNull(waiting(model)).path("id").asString();
        SERVICE.as("ADMINISTRATOR")
                .post("/api/v1/operations/waiting/" + id + "/retry", "{}")
                .is(200);
        assertThat(waiting(model)).as("a retry alone does not help").isNotNull();

        SERVICE.as("ADMINISTRATOR")
                .post("/api/v1/operations/waiting/" + id + "/discard", "{\"reason\":\"Không dùng ở đây\"}")
                .is(200);

        awaitName(model, "Sau đó");
        assertThat(waiting(model)).isNull();
    }

    @Test
    void a_body_that_cannot_be_read_parks_its_stream_and_can_be_given_up() {
        var model = newModel(newProgramme());
        Topic.send(
                unreadable(SampleEvent.minimal("vn.dvk.awards.award-granted.v1").about(model), "{"));
        Topic.send(unreadable(SampleEvent.minimal(RECOGNIZED).about(model).at(2), "{\"on\":\"hôm qua\"}"));
        await().untilAsserted(() -> assertThat(waiting(model)).isNotNull());
        var id = Objects.requireNonNull(waiting(model)).path("id").asString();

        SERVICE.as("ADMINISTRATOR")
                .post("/api/v1/operations/waiting/" + id + "/discard", "{\"reason\":\"Hỏng từ nơi gửi\"}")
                .is(200);
        assertThat(waiting(model)).isNull();
        Topic.publish(SampleEvent.minimal(RECOGNIZED).about(model).at(3));
        await().untilAsserted(() -> assertThat(OURS.events(model)).hasSize(2));
    }

    private void amend(String model, long position, String name) {
        Topic.publish(SampleEvent.minimal(AMENDED).about(model).at(position).with("name", name));
    }

    private void awaitName(String model, String name) {
        await().untilAsserted(() -> assertThat(
                        get(evaluation(model)).json().path("name").asString())
                .isEqualTo(name));
    }

    private long lag() {
        return get("/api/v1/operations/lag").is(200).json().path("lag").asLong();
    }

    /** With its envelope as it should be, and another body. */
    private static ProducerRecord<String, byte[]> unreadable(SampleEvent event, String body) {
        var record = event.record();
        return new ProducerRecord<>(record.topic(), null, record.key(), bytes(body), record.headers());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
