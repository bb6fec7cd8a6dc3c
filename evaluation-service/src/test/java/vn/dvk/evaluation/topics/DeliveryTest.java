package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.evaluation.running.RunningService;

/** Events that come twice, in the wrong order, too early, or that nobody here understands. */
class DeliveryTest extends RunningService {

    private static final String REGISTERED = "vn.dvk.registration.model-registered.v1";
    private static final String AMENDED = "vn.dvk.registration.model-amended.v1";
    private static final String SUBMITTED = "vn.dvk.registration.registration-submitted.v1";
    private static final String RECOGNIZED = "vn.dvk.awards.model-recognized.v1";

    @Test
    void what_comes_twice_happens_once() {
        var programme = newProgramme();
        var model = newModel(programme);
        topics.registered(model, programme, 1);
        amend(model, 2, "Tên mới");
        amend(model, 2, "Tên mới");
        amend(model, 3, "Tên mới nhất");

        awaitName(model, "Tên mới nhất");
        assertThat(history(model)).hasSize(3);
        assertThat(topics.published(model)).hasSize(1);
    }

    @Test
    void what_overtook_its_predecessor_waits_for_it() {
        var programme = newProgramme();
        var model = topics.newModel();
        amend(model, 4, "Tên thứ tư");
        amend(model, 3, "Tên thứ ba");
        await().untilAsserted(() -> assertThat(waiting(model)).isNotNull());
        topics.send(REGISTERED, model, 2, topics.registeredBody(model, programme));

        awaitName(model, "Tên thứ tư");
        assertThat(waiting(model)).isNull();
    }

    @Test
    void what_came_before_the_registration_is_passed_over() {
        var programme = newProgramme();
        var model = topics.newModel();
        topics.send(SUBMITTED, model, 1, topics.about(model, SUBMITTED));
        topics.send(REGISTERED, model, 2, topics.registeredBody(model, programme));
        awaitOpen(model);
        assertThat(waiting(model)).isNull();
    }

    @Test
    void a_model_waits_for_its_programme() {
        var programme = "LATE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var model = topics.newModel();
        topics.registered(model, programme, 1);
        await().untilAsserted(() -> {
            var waiting = waiting(model);
            assertThat(waiting).isNotNull();
            assertThat(waiting.path("why").asString()).isEqualTo("AWAITING");
            assertThat(waiting.path("reason").asString()).contains(programme);
        });
        api.get(evaluation(model), "VIEWER").is(404, "not-known-yet");

        topics.programme(programme, Bodies.FIVE_STEPS);

        awaitOpen(model);
        await().untilAsserted(() -> assertThat(waiting(model)).isNull());
    }

    @Test
    void a_recognition_may_be_seen_before_the_registration() {
        var programme = newProgramme();
        var model = topics.newModel();
        topics.send(RECOGNIZED, model, 1, topics.about(model, RECOGNIZED));
        await().untilAsserted(() -> assertThat(waiting(model)).isNotNull());
        topics.registered(model, programme, 1);

        await().untilAsserted(() -> assertThat(api.get(evaluation(model), "VIEWER")
                        .json()
                        .path("steps")
                        .path(4)
                        .path("done")
                        .asString())
                .isEqualTo("2021-11-09"));
        assertThat(api.get(evaluation(model), "VIEWER").json().path("state").asString())
                .as("what is missing stays open")
                .isEqualTo("OPEN");
    }

    @Test
    void awards_events_of_other_streams_hold_nothing_up() {
        var model = newModel(newProgramme());
        var award = UUID.randomUUID().toString();
        var replication = UUID.randomUUID().toString();
        topics.send("vn.dvk.awards.award-granted.v1", award, 1, movementAward(award));
        topics.send(
                "vn.dvk.awards.replication-proposed.v1",
                replication,
                1,
                topics.about(model, "vn.dvk.awards.replication-proposed.v1"));
        topics.send("vn.dvk.awards.hold-placed.v1", model, 1, topics.about(model, "vn.dvk.awards.hold-placed.v1"));
        topics.send("vn.dvk.awards.award-granted.v1", model, 2, topics.about(model, "vn.dvk.awards.award-granted.v1"));
        topics.send(RECOGNIZED, model, 3, topics.about(model, RECOGNIZED));

        await().untilAsserted(() -> assertThat(topics.published(model)).hasSize(2));
        await().untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(waiting(award)).isNull();
        assertThat(waiting(replication)).isNull();
        assertThat(waiting(model)).isNull();
    }

    private JsonNode movementAward(String award) {
        var body = topics.sample("vn.dvk.awards.award-granted.v1", "minimal").put("award", award);
        body.remove("model");
        return body;
    }

    @Test
    void a_type_nobody_knows_parks_its_stream_and_a_person_decides() {
        var programme = newProgramme();
        var model = newModel(programme);
        var other = newModel(programme);
        topics.send("vn.dvk.registration.model-applauded.v1", model, 2, "{}");
        amend(model, 3, "Sau đó");
        amend(other, 2, "Không bị giữ");

        awaitName(other, "Không bị giữ");
        await().untilAsserted(() -> {
            var parked = waiting(model);
            assertThat(parked).isNotNull();
            assertThat(parked.path("why").asString()).isEqualTo("PARKED");
            assertThat(parked.path("records").asInt()).isEqualTo(2);
        });
        var id = Objects.requireNonNull(waiting(model)).path("id").asString();
        api.post("/api/v1/operations/waiting/" + id + "/retry", "ADMINISTRATOR", "{}")
                .is(200);
        assertThat(waiting(model)).as("a retry alone does not help").isNotNull();

        api.post("/api/v1/operations/waiting/" + id + "/discard", "ADMINISTRATOR", "{\"reason\":\"Không dùng ở đây\"}")
                .is(200);

        awaitName(model, "Sau đó");
        assertThat(waiting(model)).isNull();
    }

    @Test
    void a_body_that_cannot_be_read_parks_its_stream_and_can_be_given_up() {
        var model = newModel(newProgramme());
        topics.send("vn.dvk.awards.award-granted.v1", model, 1, "{");
        topics.send(RECOGNIZED, model, 2, "{\"on\":\"hôm qua\"}");
        await().untilAsserted(() -> assertThat(waiting(model)).isNotNull());
        var id = Objects.requireNonNull(waiting(model)).path("id").asString();

        api.post("/api/v1/operations/waiting/" + id + "/discard", "ADMINISTRATOR", "{\"reason\":\"Hỏng từ nơi gửi\"}")
                .is(200);
        assertThat(waiting(model)).isNull();
        topics.send(RECOGNIZED, model, 3, topics.about(model, RECOGNIZED));
        await().untilAsserted(() -> assertThat(topics.published(model)).hasSize(2));
    }

    private void amend(String model, long position, String name) {
        topics.send(AMENDED, model, position, topics.about(model, AMENDED).put("name", name));
    }

    private void awaitName(String model, String name) {
        await().untilAsserted(() -> assertThat(
                        api.get(evaluation(model), "VIEWER").json().path("name").asString())
                .isEqualTo(name));
    }

    private JsonNode history(String model) {
        return api.get(evaluation(model) + "/history", "VIEWER").is(200).json();
    }

    private long lag() {
        return api.get("/api/v1/operations/lag", "VIEWER")
                .is(200)
                .json()
                .path("lag")
                .asLong();
    }

    /** The waiting stream of this subject, or null. */
    private @Nullable JsonNode waiting(String subject) {
        for (var item :
                api.get("/api/v1/operations/waiting", "VIEWER").is(200).json().path("items")) {
            if (item.path("subject").asString().equals(subject)) {
                return item;
            }
        }
        return null;
    }
}
