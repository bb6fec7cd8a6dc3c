package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.RunningService;
import vn.dvk.reporting.running.Samples;

/** What a log does that is not as it should be. */
class IntakeTest extends RunningService {

    @Test
    void whatComesTwiceCountsOnce() {
        var programme = newProgramme();
        var model = newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .recognized("d" + programme, "DISTRICT", "2024-06-01");
        publish(model);
        publish(model);
        var after = newModel(programme, programme + "-1").registered("2024-03-02");
        publish(after);
        publish(model);

        await("measure=registered&programme=" + programme, 2);
        await("measure=recognized&programme=" + programme, 1);
        Awaitility.await().untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(count("measure=registered&programme=" + programme)).isEqualTo(2);
    }

    private long lag() {
        return api.get("/api/v1/operations/lag", "VIEWER")
                .is(200)
                .json()
                .path("lag")
                .asLong();
    }

    @Test
    void whatOvertakesItsPredecessorWaitsForIt() {
        var programme = newProgramme();
        var model = newModel(programme, programme + "-1")
                .submitted("2024-02-01")
                .registered("2024-03-01")
                .withdrawn("2024-04-01");
        model.events().reversed().forEach(TOPICS::send);

        await("measure=registered&programme=" + programme, 1);
        await("measure=withdrawn&programme=" + programme, 1);
        Awaitility.await().untilAsserted(() -> assertThat(waiting(model)).isEmpty());
    }

    @Test
    void theOrderOfTheTopicsMakesNoDifference() {
        var programme = newProgramme();
        var model = newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .opened("2024-03-01")
                .recognized("o" + programme, "DISTRICT", "2024-06-01");
        var backwards = new java.util.ArrayList<>(model.events());
        Collections.reverse(backwards);
        backwards.forEach(TOPICS::send);

        await("measure=registered&programme=" + programme, 1);
        await("measure=recognized&programme=" + programme, 1);
        var card = api.get("/api/v1/cards/" + model.id(), "VIEWER").is(200).json();
        assertThat(card.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("service").asString()))
                .containsExactly("registration", "evaluation", "awards");
    }

    @Test
    void anUnreadableEventIsParkedAndCanBeGivenUp() {
        var programme = newProgramme();
        var model = newModel(programme, programme + "-1").registered("2024-03-01");
        publish(model);
        TOPICS.send(Samples.event(
                "vn.dvk.registration.model-amended.v1",
                model.id(),
                model.id(),
                2,
                model.now(),
                "{\"on\":\"someday\"}"));
        var third = Samples.full("vn.dvk.registration.model-withdrawn.v1");
        third.put("model", model.id()).put("programme", programme).put("unit", programme + "-1");
        TOPICS.send(Samples.event(
                "vn.dvk.registration.model-withdrawn.v1", model.id(), model.id(), 3, model.now(), third.toString()));

        Awaitility.await()
                .untilAsserted(() -> assertThat(waiting(model)).singleElement().satisfies(item -> {
                    assertThat(item.path("why").asString()).isEqualTo("PARKED");
                    assertThat(item.path("records").asInt()).isEqualTo(2);
                }));
        assertThat(count("measure=registered&programme=" + programme)).isEqualTo(1);
        var id = waiting(model).getFirst().path("id").asString();
        api.post("/api/v1/operations/waiting/" + id + "/retry", "ADMINISTRATOR", "{}")
                .is(200);
        assertThat(waiting(model)).hasSize(1);

        api.post("/api/v1/operations/waiting/" + id + "/discard", "ADMINISTRATOR", "{\"reason\":\"thử nghiệm\"}")
                .is(200);

        await("measure=withdrawn&programme=" + programme, 1);
        assertThat(waiting(model)).isEmpty();
    }

    @Test
    void aTypeNobodyNamedIsParked() {
        var programme = newProgramme();
        var model = newModel(programme, programme + "-1");
        TOPICS.send(
                Samples.event("vn.dvk.registration.model-forgotten.v1", model.id(), model.id(), 1, model.now(), "{}"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(waiting(model))
                        .singleElement()
                        .satisfies(item ->
                                assertThat(item.path("reason").asString()).contains("model-forgotten")));
        var id = waiting(model).getFirst().path("id").asString();
        api.post("/api/v1/operations/waiting/" + id + "/discard", "ADMINISTRATOR", "{\"reason\":\"thử nghiệm\"}")
                .is(200);
    }

    private List<JsonNode> waiting(Model model) {
        return api.get("/api/v1/operations/waiting", "VIEWER")
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("subject").asString().equals(model.id()))
                .toList();
    }
}
