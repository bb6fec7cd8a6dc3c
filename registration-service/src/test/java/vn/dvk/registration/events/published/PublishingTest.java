package vn.dvk.registration.events.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newSelected;
import static vn.dvk.registration.running.RunningRegistration.newSubmitted;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;
import vn.dvk.spec.contract.PublishedRecord;

/** What lies on the topics after something was done over HTTP, headers and bodies as the contracts say. */
class PublishingTest {

    private static final String REGISTRATION = "dvk.registration.v1";
    private static final String DIRECTORY = "dvk.directory.v1";

    @Test
    void a_models_life_is_published_in_order_without_holes() {
        var id = newSelected();
        as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-02-01", "Nội dung chung chung"))
                .is(200);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-02-02"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.on("2024-02-03"))
                .is(200);
        as("REVIEWER")
                .key(Bodies.newKey())
                .header("X-Correlation-Id", "phe-duyet-1")
                .post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05"))
                .is(200);
        as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-03-01", "Đổi tên").put("name", "B"))
                .is(200);
        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because("2024-04-01", "Giải thể"))
                .is(200);

        var published = Topic.named(REGISTRATION).awaitEvents(id, 6);

        assertEquals(
                Stream.of(
                                "registration-submitted",
                                "registration-returned",
                                "registration-submitted",
                                "model-registered",
                                "model-corrected",
                                "model-withdrawn")
                        .map(name -> "vn.dvk.registration." + name + ".v1")
                        .toList(),
                header(published, "ce_type"));
        assertEquals(List.of("1", "2", "3", "4", "5", "6"), header(published, "ce_position"));
        assertEquals(
                List.of("officer", "reviewer", "officer", "reviewer", "officer", "officer"),
                header(published, "ce_actor"));
        assertEquals("phe-duyet-1", published.get(3).headers().get("ce_correlation"));
        published.forEach(SampleEvent.CONTRACTS::assertValid);
    }

    @Test
    void units_and_programmes_are_published_in_full() {
        var unit = newUnit();
        as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("DISSOLVED", unit))
                .is(201);
        var programme = newProgramme();

        var units = Topic.named(DIRECTORY).awaitEvents("unit:" + unit, 2);
        var programmes = Topic.named(DIRECTORY).awaitEvents("programme:" + programme, 1);

        Stream.concat(units.stream(), programmes.stream()).forEach(SampleEvent.CONTRACTS::assertValid);
        assertEquals(List.of("1", "2"), header(units, "ce_position"));
        assertTrue(units.getLast().body().contains("\"validTo\":\"2025-06-30\""));
    }

    @Test
    void drafts_and_what_is_withdrawn_before_it_was_submitted_stay_home() {
        var id = newDraft();
        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because("2024-04-01", "Đăng ký nhầm"))
                .is(200);
        // What is published later shows that the relay has gone past it.
        var later = newSubmitted();
        Topic.named(REGISTRATION).awaitEvents(later, 1);

        assertEquals(List.of(), Topic.named(REGISTRATION).events(id));
    }

    @Test
    void two_who_accept_at_once_register_one_model() throws Exception {
        for (var round = 0; round < 5; round++) {
            var id = newSelected();
            var answers = atOnce(
                    () -> as("REVIEWER").post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05")),
                    () -> as("REVIEWER").post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05")));

            for (var answer : answers) {
                assertEquals("REGISTERED", answer.is(200).json().path("state").asString());
            }
            onceRegistered(id);
        }
    }

    @Test
    void of_two_who_accept_by_different_documents_one_is_refused() throws Exception {
        var id = newSelected();
        var other = Bodies.on("2024-02-05");
        other.set("approval", Bodies.document("99-TB/HU", "2024-02-05"));
        var answers = atOnce(
                () -> as("REVIEWER").post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05")),
                () -> as("REVIEWER").post(registration(id) + "/acceptance", other));

        assertEquals(
                List.of(200, 409),
                answers.stream().map(ApiResponse::status).sorted().toList());
        onceRegistered(id);
    }

    private void onceRegistered(String id) {
        // The correction comes after whatever the acceptances led to.
        as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-03-01", "Đổi tên").put("name", "B"))
                .is(200);
        var types = header(Topic.named(REGISTRATION).awaitEvents(id, 3), "ce_type");
        assertEquals(
                List.of(
                        "vn.dvk.registration.registration-submitted.v1",
                        "vn.dvk.registration.model-registered.v1",
                        "vn.dvk.registration.model-corrected.v1"),
                types);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static List<ApiResponse> atOnce(Callable<ApiResponse>... callers) throws Exception {
        var start = new CyclicBarrier(callers.length);
        var answers = new ArrayList<Future<ApiResponse>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller : callers) {
                answers.add(people.submit(() -> {
                    start.await();
                    return caller.call();
                }));
            }
        }
        var all = new ArrayList<ApiResponse>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        assertFalse(all.isEmpty());
        return all;
    }

    private static List<String> header(List<PublishedRecord> records, String name) {
        return records.stream().map(one -> one.headers().getOrDefault(name, "")).toList();
    }
}
