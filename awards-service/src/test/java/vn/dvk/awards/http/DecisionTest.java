package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.KimBang.outcomes;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.KimBang.types;
import static vn.dvk.awards.http.ReceivedEvents.evaluatedModel;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.ApiResponse;

/** Decisions, and the register in which each has its place. Each test has an issuer of its own. */
class DecisionTest {

    @Test
    void what_reads_the_same_is_one_decision_and_the_register_says_what_it_decided() {
        var issuer = "Huyện ủy Kim Bảng";
        var recognized = evaluatedModel();
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + recognized + "/recognitions",
                        with(recognition("DISTRICT", "1"), issuer, "40"))
                .is(201);
        var bulk = new HashMap<>(with(award("1"), issuer, " 40 "));
        bulk.put("models", List.of(registeredModel(), registeredModel()));
        assertThat(outcomes(SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", bulk)))
                .containsExactly("DONE", "DONE");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + registeredModel() + "/awards", with(award("1"), issuer, "9"))
                .is(201);

        var items = register(issuer);
        assertThat(items).extracting(one -> one.path("number").asString()).containsExactly("9", "40");
        var decided = items.get(1).path("decided");
        assertThat(decided.path("recognitions").asInt()).isEqualTo(1);
        assertThat(decided.path("awards").asInt()).isEqualTo(2);

        var published = published(items.get(1).path("decision").asString(), 1);
        assertThat(types(published)).containsExactly("vn.dvk.awards.decision-issued.v1");
        var said = Json.MAPPER.readTree(published(recognized, 1).getFirst().body());
        assertThat(said.path("decision").path("id").asString())
                .isEqualTo(items.get(1).path("decision").asString());
    }

    @Test
    void a_corrected_number_shows_at_once_in_the_register_and_in_what_names_it() {
        var issuer = "Ban Thường vụ Huyện ủy Kim Bảng";
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/awards";
        var body = with(award("1"), issuer, "15");
        SERVICE.as("AUTHORITY").key("d-award").post(path, body).is(201);
        var decision = register(issuer).getFirst().path("decision").asString();

        var correction = Map.of("number", "51", "reason", "Nhập nhầm số", "on", "2020-11-20");
        var corrected = SERVICE.as("AUTHORITY").post("/api/v1/decisions/" + decision + "/correction", correction);
        corrected.is(200);
        assertThat(corrected.text("number")).isEqualTo("51");

        var entry = register(issuer).getFirst();
        assertThat(entry.path("number").asString()).isEqualTo("51");
        var why = entry.path("corrections").path(0);
        assertThat(why.path("by").asString()).isEqualTo("authority");
        assertThat(why.path("reason").asString()).isEqualTo("Nhập nhầm số");
        assertThat(why.path("changes").path(0).path("was").asString()).isEqualTo("15");
        var shown = SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model)
                .json()
                .path("awards")
                .path(0);
        assertThat(shown.path("decision").path("number").asString()).isEqualTo("51");

        assertThat(types(published(decision, 2)))
                .containsExactly("vn.dvk.awards.decision-issued.v1", "vn.dvk.awards.decision-corrected.v1");

        // The same request again is the same award still, whichever number it is asked under.
        SERVICE.as("AUTHORITY").key("d-award").post(path, body).is(200);
        SERVICE.as("AUTHORITY").post(path, with(award("1"), issuer, "51")).is(200);
        assertThat(register(issuer)).hasSize(1);
        published(model, 1);
    }

    @Test
    void a_number_is_one_decisions_only() {
        var issuer = "Đảng ủy Khối Kim Bảng";
        var first = entered(issuer, "1").text("decision");
        var second = entered(issuer, "2").text("decision");
        assertThat(second).isNotEqualTo(first);
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions/" + second + "/correction",
                        Map.of("number", "1", "reason", "Nhầm", "on", "2020-11-20"))
                .is(409, "decision-number-taken")
                .fault("number", "decision-number-taken");

        // A number that a correction has left is free for the paper that really has it.
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions/" + first + "/correction",
                        Map.of("number", "3", "reason", "Nhầm", "on", "2020-11-20"))
                .is(200);
        var real = entered(issuer, "1");
        real.is(201);
        assertThat(real.text("decision")).isNotIn(first, second);
        assertThat(register(issuer))
                .extracting(one -> one.path("number").asString())
                .containsExactly("1", "2", "3");
    }

    @Test
    void of_many_who_name_a_new_decision_at_once_all_mean_the_same() throws Exception {
        var issuer = "Ban Dân vận Kim Bảng";
        var models = IntStream.range(0, 4).mapToObj(_ -> registeredModel()).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var asked = models.stream()
                    .<Callable<Integer>>map(model -> () -> SERVICE.as("AUTHORITY")
                            .post("/api/v1/models/" + model + "/awards", with(award("1"), issuer, "7"))
                            .status())
                    .toList();
            for (var answer : threads.invokeAll(asked)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        var items = register(issuer);
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().path("decided").path("awards").asInt()).isEqualTo(4);
    }

    @Test
    void what_is_refused_leaves_no_decision_behind() {
        var issuer = "Chi bộ Kim Bảng";
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + registeredModel() + "/recognitions",
                        with(recognition("DISTRICT", "1"), issuer, "1"))
                .is(409, "not-evaluated");
        assertThat(register(issuer)).isEmpty();
    }

    @Test
    void a_decision_is_named_by_its_id_and_may_lack_its_number() {
        var issuer = "Đảng bộ Kim Bảng";
        var given = SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions",
                        Map.of(
                                "date", "2020-11-06",
                                "issuer", issuer,
                                "unit", "HNA-KB",
                                "signer", "Nguyễn Văn Hiền",
                                "capacity", "KT. TRƯỞNG BAN",
                                "legalBasis", List.of("Luật 06/2022/QH15")));
        given.is(201);
        assertThat(given.json().path("incomplete").path(0).asString()).isEqualTo("number");
        var id = given.text("decision");
        assertThat(given.header("Location")).isEqualTo("/api/v1/decisions/" + id);

        var body = new HashMap<>(award("1"));
        body.put("decision", Map.of("id", id));
        var award = SERVICE.as("AUTHORITY").post("/api/v1/models/" + registeredModel() + "/awards", body);
        award.is(201);
        assertThat(award.json().path("incomplete").valueStream().map(JsonNode::asString))
                .containsExactly("decision.number", "amount");
        var byUnit = SERVICE.as("VIEWER")
                .get("/api/v1/decisions?unit=HNA-KB&year=2020")
                .json()
                .path("items");
        assertThat(byUnit.valueStream().map(one -> one.path("decision").asString()))
                .contains(id);
        assertThat(SERVICE.as("VIEWER")
                        .get("/api/v1/decisions?unit=HNA-KB&year=2021")
                        .json()
                        .path("items"))
                .isEmpty();
        var shown = SERVICE.as("VIEWER").get("/api/v1/decisions/" + id).json();
        assertThat(shown.path("decision").path("capacity").asString()).isEqualTo("KT. TRƯỞNG BAN");
        assertThat(shown.path("decided").path("awards").asInt()).isEqualTo(1);
        assertThat(SERVICE.as("VIEWER")
                        .get("/api/v1/decisions/" + id + "/history")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void what_is_wrong_with_a_decision_is_told_with_its_field() {
        var issuer = "Thị ủy Kim Bảng";
        entered(issuer, "1");
        var path = "/api/v1/models/" + registeredModel() + "/awards";
        var body = new HashMap<>(award("1"));
        body.put("decision", Map.of("number", "1", "issuer", issuer, "date", "2020-11-05"));
        refused(path, body, "decision.date", "decision-date-differs");
        body.put("decision", Map.of("number", "1"));
        SERVICE.as("AUTHORITY").post(path, body).is(422, "invalid-fields").fault("decision.issuer", "required");
        body.put("decision", Map.of("id", "khong-co"));
        SERVICE.as("AUTHORITY").post(path, body).is(404, "decision-unknown").fault("decision.id", "decision-unknown");
        body.put("decision", Map.of("number", "2", "issuer", issuer, "date", "2020-11-05", "unit", "KHONG-CO"));
        refused(path, body, "decision.unit", "unit-unknown");
        SERVICE.as("VIEWER").get("/api/v1/decisions/khong-co").is(404, "decision-unknown");
    }

    @Test
    void nothing_rests_on_a_revoked_decision_any_more_and_what_revokes_stands_in_the_register_too() {
        var issuer = "Ban Tổ chức Kim Bảng";
        var decision = entered(issuer, "1").text("decision");
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/awards";
        var award = SERVICE.as("AUTHORITY")
                .post(path, with(award("1"), issuer, "1"))
                .text("award");
        var revocation = new HashMap<String, Object>(Map.of("reason", "Sai", "on", "2020-12-01", "effect", "ANNULLED"));
        revocation.put("decision", Map.of("number", "60", "date", "2020-12-01", "issuer", issuer));
        SERVICE.as("AUTHORITY")
                .post(path + "/" + award + "/revocation", revocation)
                .is(200);
        var revoked = SERVICE.as("AUTHORITY").post("/api/v1/decisions/" + decision + "/revocation", revocation);
        revoked.is(200);
        assertThat(revoked.json().path("revoked").path("effect").asString()).isEqualTo("ANNULLED");
        SERVICE.as("AUTHORITY").post(path, with(award("1"), issuer, "1")).is(409, "decision-revoked");

        var items = register(issuer);
        assertThat(items).extracting(one -> one.path("number").asString()).containsExactly("1", "60");
        assertThat(items.getFirst().path("revoked").path("reason").asString()).isEqualTo("Sai");
        assertThat(items.get(1).path("decided").path("revocations").asInt()).isEqualTo(1);
        published(decision, 2);
    }

    private static void refused(String path, Map<String, Object> body, String field, String code) {
        SERVICE.as("AUTHORITY").post(path, body).is(422, code).fault(field, code);
    }

    private static ApiResponse entered(String issuer, String number) {
        return SERVICE.as("AUTHORITY")
                .post("/api/v1/decisions", Map.of("number", number, "date", "2020-11-06", "issuer", issuer));
    }

    private static Map<String, Object> with(Map<String, Object> body, String issuer, String number) {
        var other = new HashMap<>(body);
        other.put("decision", Map.of("number", number, "date", "2020-11-06", "issuer", issuer));
        return other;
    }

    private static List<JsonNode> register(String issuer) {
        return SERVICE.as("VIEWER")
                .get("/api/v1/decisions?year=2020&issuer=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
