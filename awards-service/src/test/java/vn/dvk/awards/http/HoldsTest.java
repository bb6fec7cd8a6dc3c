package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.KimBang.decision;
import static vn.dvk.awards.http.KimBang.outcomes;
import static vn.dvk.awards.http.ReceivedEvents.amended;
import static vn.dvk.awards.http.ReceivedEvents.registered;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.Topic;

/** Holds on units and persons, in units of their own so that nobody else is stopped. */
class HoldsTest {

    private static final String FIRST = "HNA-KB-71";
    private static final String SECOND = "HNA-KB-72";
    private static final String THIRD = "HNA-KB-73";

    @BeforeAll
    static void theUnitsAreKnown() {
        SERVICE.awaitCaughtUp();
        Topic.publish(List.of(
                ReceivedEvents.unit(FIRST, "Xã Một", "COMMUNE", "HNA-KB", null),
                ReceivedEvents.unit(SECOND, "Xã Hai", "COMMUNE", "HNA-KB", null),
                ReceivedEvents.unit(THIRD, "Xã Ba", "COMMUNE", "HNA-KB", null)));
        SERVICE.awaitCaughtUp();
    }

    /** Decided in November 2020, transferred in December. */
    @Test
    void a_hold_on_the_unit_of_the_decisions_day_counts_and_not_one_on_the_unit_of_today() {
        var model = registered(Map.of("unit", FIRST));
        Topic.publish(amended(ConsumedTypes.MODEL_TRANSFERRED, model, 2)
                .with("unit", SECOND)
                .with("from", FIRST)
                .with("on", "2020-12-01"));
        await().until(() ->
                SERVICE.as("VIEWER").get("/api/v1/models/" + model).text("unit").equals(SECOND));
        var path = "/api/v1/models/" + model + "/awards";
        var onToday = hold("unit", SECOND);
        var given = SERVICE.as("AUTHORITY").post(path, award("71"));
        given.is(201);
        assertThat(given.json().path("recipient").path("unit").asString()).isEqualTo(FIRST);
        release(onToday);

        var onThen = hold("unit", FIRST);
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/recognitions", KimBang.recognition("DISTRICT", "72"))
                .is(409, "held-with-others");
        release(onThen);
    }

    @Test
    void a_model_is_on_hold_as_long_as_its_unit_or_its_person_is() {
        var ofUnit = registered(Map.of("unit", THIRD));
        var ofPerson = registered(Map.of("unit", FIRST, "subject", "INDIVIDUAL", "subjectId", "s-71"));
        assertThat(state(ofUnit)).isEqualTo("REGISTERED");
        var onUnit = hold("unit", THIRD);
        var onPerson = hold("subject", "s-71");
        assertThat(state(ofUnit)).isEqualTo("ON_HOLD");
        assertThat(state(ofPerson)).isEqualTo("ON_HOLD");
        var with = SERVICE.as("VIEWER").get("/api/v1/models/" + ofUnit).json().path("heldWith");
        assertThat(with.path(0).path("hold").asString()).isEqualTo(onUnit);
        assertThat(with.path(0).has("reason")).isFalse();
        assertThat(listed("ON_HOLD")).contains(ofUnit, ofPerson);
        assertThat(listed("REGISTERED")).doesNotContain(ofUnit, ofPerson);

        release(onUnit);
        release(onPerson);
        assertThat(state(ofUnit)).isEqualTo("REGISTERED");
        assertThat(listed("ON_HOLD")).doesNotContain(ofUnit, ofPerson);
        assertThat(listed("REGISTERED")).contains(ofUnit, ofPerson);
    }

    @Test
    void a_correction_brings_in_nobody_who_is_on_hold() {
        var model = registered(Map.of("unit", FIRST));
        var path = "/api/v1/models/" + model + "/awards";
        var award = SERVICE.as("AUTHORITY").post(path, award("73")).text("award");
        var movement = new HashMap<>(award("74"));
        movement.put("programme", ReceivedEvents.PROGRAMME);
        movement.put("subject", "COLLECTIVE");
        movement.put("recipient", Map.of("name", "Chi bộ Một", "unit", FIRST));
        var ofMovement = SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", movement);
        ofMovement.is(201);
        var hold = hold("unit", SECOND);
        var toHeld = correction(Map.of("recipient", Map.of("name", "Xã Hai", "unit", SECOND)));
        SERVICE.as("AUTHORITY").post(path + "/" + award + "/correction", toHeld).is(409, "held-with-others");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/movement-awards/" + ofMovement.text("award") + "/correction", toHeld)
                .is(409, "held-with-others");
        release(hold);

        var onOwn = hold("unit", FIRST);
        SERVICE.as("AUTHORITY")
                .post(path + "/" + award + "/correction", correction(Map.of("decision", decision("75"))))
                .is(409, "held-with-others");
        SERVICE.as("AUTHORITY")
                .post(path + "/" + award + "/correction", correction(Map.of("fund", "Quỹ thi đua, khen thưởng")))
                .is(200);
        release(onOwn);
        SERVICE.as("AUTHORITY").post(path + "/" + award + "/correction", toHeld).is(200);
    }

    @Test
    void nothing_is_replicated_to_a_unit_on_hold_whatever_the_source() {
        var model = registered(Map.of("unit", FIRST));
        var hold = hold("unit", SECOND);
        var proposal = new HashMap<String, Object>(
                Map.of("model", model, "target", Map.of("unit", SECOND), "ownModel", false, "on", "2020-11-06"));
        SERVICE.as("OFFICER").post("/api/v1/replications", proposal).is(409, "held-with-others");
        proposal.remove("target");
        proposal.put("targets", List.of(Map.of("unit", SECOND), Map.of("unit", THIRD), Map.of("place", "Thôn Ba")));
        assertThat(outcomes(SERVICE.as("OFFICER").post("/api/v1/replications/bulk", proposal)))
                .containsExactly("REFUSED", "DONE", "DONE");
        proposal.remove("model");
        proposal.put(
                "source",
                Map.of(
                        "name", "Tổ dân vận cộng đồng",
                        "from", "Tỉnh Bến Tre",
                        "programme", ReceivedEvents.PROGRAMME,
                        "field", "KT"));
        var outside = SERVICE.as("OFFICER").post("/api/v1/replications/bulk", proposal);
        assertThat(outcomes(outside)).containsExactly("REFUSED", "DONE", "DONE");
        release(hold);
        assertThat(outcomes(SERVICE.as("OFFICER").post("/api/v1/replications/bulk", proposal)))
                .containsExactly("DONE", "UNCHANGED", "UNCHANGED");
        proposal.put("ownModel", true);
        SERVICE.as("OFFICER").post("/api/v1/replications/bulk", proposal).is(422, "source-needed");
    }

    private static String hold(String what, String id) {
        var placed = SERVICE.as("AUTHORITY")
                .post("/api/v1/holds", Map.of(what, id, "kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-10-01"));
        placed.is(201);
        return placed.text("hold");
    }

    private static void release(String hold) {
        SERVICE.as("AUTHORITY")
                .post("/api/v1/holds/" + hold + "/release", Map.of("reason", "Không có vi phạm", "on", "2020-10-01"))
                .is(200);
    }

    private static Map<String, Object> correction(Map<String, Object> fields) {
        var body = new HashMap<>(fields);
        body.put("reason", "Nhập nhầm");
        body.put("on", "2020-11-20");
        return body;
    }

    private static String state(String model) {
        return SERVICE.as("VIEWER").get("/api/v1/models/" + model).text("state");
    }

    private static List<String> listed(String state) {
        ApiResponse answer = SERVICE.as("VIEWER").get("/api/v1/models?limit=500&state=" + state);
        return answer.json()
                .path("items")
                .valueStream()
                .map(one -> one.path("model").asString())
                .toList();
    }
}
