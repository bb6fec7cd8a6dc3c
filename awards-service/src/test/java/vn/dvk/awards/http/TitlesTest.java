package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.KimBang.revocation;
import static vn.dvk.awards.http.ReceivedEvents.registered;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.Topic;

/** A person's titles over the years are found by the person, not by a unit; and a name is public when it is printed. */
class TitlesTest {

    private static final String NAME = "Trần Thị Mai Hoa";

    private final String subject = UUID.randomUUID().toString();

    @Test
    void they_are_found_across_models_units_and_the_movement() {
        var first = person("HNA-KB-13");
        var second = person("HNA-KB-14");
        var award = SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + first + "/awards", to(award("1"), "HNA-KB-13"))
                .is(HttpStatus.CREATED.value())
                .text("award");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + second + "/awards", to(award("2"), "HNA-KB-14"))
                .is(201);
        var movement = new HashMap<>(to(award("3"), "HNA-KB-15"));
        movement.put("recipient", Map.of("name", NAME, "unit", "HNA-KB-15", "subject", subject));
        movement.put("programme", ReceivedEvents.PROGRAMME);
        movement.put("subject", "INDIVIDUAL");
        SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", movement).is(201);
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + first + "/awards/" + award + "/revocation", revocation("2020-12-01"))
                .is(200);

        var titles = titles();

        assertThat(titles).hasSize(3);
        assertThat(titles)
                .extracting(one -> one.path("unit").asString())
                .containsExactlyInAnyOrder("HNA-KB-13", "HNA-KB-14", "HNA-KB-15");
        assertThat(titles).extracting(one -> one.path("as").asString()).containsOnly(NAME);
        assertThat(titles).filteredOn(one -> one.has("revoked")).hasSize(1);
        assertThat(titles).filteredOn(one -> !one.has("model")).hasSize(1);
    }

    @Test
    void nobody_is_named_before_a_decision_prints_them() {
        var model = person("HNA-KB-13");
        Topic.publish(ReceivedEvents.evaluated(model));
        SERVICE.awaitCaughtUp();
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + model + "/holds",
                        Map.of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-12-01"))
                .is(201);
        var ask = new HashMap<>(recognition("DISTRICT", "9"));
        ask.put("printed", Map.of("name", NAME, "post", "Công chức", "title", "Cán bộ một cửa"));
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/recognitions", ask)
                .is(201);

        var events = published(model, 2);
        var before = Json.MAPPER.readTree(events.getFirst().body());
        assertThat(before.has("name")).isFalse();
        var recognized = Json.MAPPER.readTree(events.get(1).body());
        assertThat(recognized.path("name").asString()).isEqualTo("Cán bộ một cửa");
        assertThat(recognized.path("recipient").path("name").asString()).isEqualTo(NAME);
        assertThat(recognized.path("recipient").path("subject").asString()).isEqualTo(subject);
        assertThat(titles()).singleElement().satisfies(one -> {
            assertThat(one.path("what").asString()).isEqualTo("RECOGNITION");
            assertThat(one.path("level").asString()).isEqualTo("DISTRICT");
        });
    }

    @Test
    void many_are_recognized_by_one_decision_each_by_name() {
        var model = person("HNA-KB-13");
        Topic.publish(ReceivedEvents.evaluated(model));
        SERVICE.awaitCaughtUp();
        var ask = new HashMap<>(recognition("DISTRICT", "10"));
        ask.put("models", List.of(model));
        ask.put("printed", Map.of(model, Map.of("name", NAME)));
        SERVICE.as("AUTHORITY").post("/api/v1/recognitions/bulk", ask).is(200);
        assertThat(titles()).extracting(one -> one.path("as").asString()).containsExactly(NAME);
        var wrong = new HashMap<>(ask);
        wrong.put("printed", Map.of(model, Map.of("name", " ")));
        SERVICE.as("AUTHORITY").post("/api/v1/recognitions/bulk", wrong).is(422, "invalid-fields");
    }

    @Test
    void of_somebody_nobody_knows_there_are_none() {
        assertThat(titles()).isEmpty();
    }

    private String person(String unit) {
        return registered(Map.of("subject", "INDIVIDUAL", "subjectId", subject, "unit", unit));
    }

    private static Map<String, Object> to(Map<String, Object> award, String unit) {
        var body = new HashMap<>(award);
        body.put("recipient", Map.of("name", NAME, "unit", unit));
        return body;
    }

    private List<JsonNode> titles() {
        return List.copyOf(SERVICE.as("VIEWER")
                .get("/api/v1/subjects/" + subject + "/titles")
                .is(200)
                .json()
                .path("titles")
                .values());
    }
}
