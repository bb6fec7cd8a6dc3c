package vn.dvk.registration.automation.whenmodelrecognized;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newRegistered;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Once a model is recognized, it takes two to correct or change it. */
class NoteRecognitionsTest {

    @Test
    void what_an_officer_proposes_takes_effect_when_a_reviewer_approves_it() {
        var id = newRegistered();
        var recognition = UUID.randomUUID().toString();
        var recognized = recognized(id, 3, recognition); // a hold came before it
        Topic.publish(recognized);
        Topic.publish(recognized);
        SERVICE.awaitCaughtUp();
        assertTrue(read(id).path("recognized").asBoolean());

        var proposed = as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-09-02", "Ghi nhầm tên").put("name", "Tổ tự quản số 3"))
                .is(200);
        assertEquals("CORRECTION", proposed.text("proposal"));
        assertEquals(
                "Tổ tự quản thu gom rác thải",
                read(id).path("form").path("name").asString());
        assertEquals(
                "Tổ tự quản số 3",
                read(id).path("proposal").path("values").path("name").asString());
        assertTrue(as("REVIEWER")
                .get("/api/v1/registrations?proposal=CORRECTION&limit=500")
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("id")
                .contains(id));

        as("REVIEWER")
                .post(registration(id) + "/proposal/approval", Bodies.on("2024-09-05"))
                .is(200);
        assertEquals("Tổ tự quản số 3", read(id).path("form").path("name").asString());
        assertTrue(read(id).path("proposal").isMissingNode());
        assertEquals(
                List.of(
                        "vn.dvk.registration.registration-submitted.v1",
                        "vn.dvk.registration.model-registered.v1",
                        "vn.dvk.registration.model-corrected.v1"),
                Topic.named("dvk.registration.v1").awaitEvents(id, 3).stream()
                        .map(event -> event.headers().get("ce_type"))
                        .toList());
    }

    @Test
    void what_is_rejected_is_not_told_to_anybody() {
        var id = newRegistered();
        Topic.publish(recognized(id, 1, UUID.randomUUID().toString()));
        SERVICE.awaitCaughtUp();
        as("OFFICER")
                .post(
                        registration(id) + "/change",
                        Bodies.because("2024-09-02", "Mở rộng").put("place", "Thôn 4"))
                .is(200);
        as("OFFICER")
                .post(
                        registration(id) + "/change",
                        Bodies.because("2024-09-02", "Mở rộng").put("place", "Thôn 5"))
                .is(409, "proposal-waiting");

        as("REVIEWER")
                .post(
                        registration(id) + "/proposal/rejection",
                        Bodies.because("2024-09-05", "Quyết định công nhận ghi thôn 3"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/proposal/approval", Bodies.on("2024-09-05"))
                .is(409, "no-proposal");
        assertEquals("Thôn 3", read(id).path("form").path("place").asString());
    }

    @Test
    void when_the_recognition_is_revoked_an_officer_corrects_alone_again() {
        var id = newRegistered();
        var recognition = UUID.randomUUID().toString();
        Topic.publish(List.of(
                recognized(id, 1, recognition),
                SampleEvent.minimal(ConsumedTypes.RECOGNITION_REVOKED)
                        .about(id)
                        .at(2)
                        .with("recognition", recognition)));
        SERVICE.awaitCaughtUp();
        as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-09-02", "Ghi nhầm tên").put("name", "Tổ tự quản số 3"))
                .is(200);
        assertEquals("Tổ tự quản số 3", read(id).path("form").path("name").asString());
    }

    private static tools.jackson.databind.JsonNode read(String id) {
        return as("VIEWER").get(registration(id)).is(200).json();
    }

    private static SampleEvent recognized(String model, long position, String recognition) {
        return SampleEvent.minimal(ConsumedTypes.MODEL_RECOGNIZED)
                .about(model)
                .at(position)
                .with("recognition", recognition);
    }
}
