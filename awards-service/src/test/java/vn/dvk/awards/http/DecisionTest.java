package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.KimBang.outcomes;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.KimBang.types;
import static vn.dvk.awards.http.ReceivedEvents.evaluatedModel;
import static vn.dvk.awards.http.ReceivedEvents.registered;
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
import org.springframework.http.HttpMethod;
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
        SERVICE.as("AUTHORITY")
                .post("/api/v1/decisions/" + decision + "/correction", correction)
                .is(422, "nothing-to-correct");

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

        // Asked for under its right number it is the same award.
        SERVICE.as("AUTHORITY").post(path, with(award("1"), issuer, "51")).is(200);
        var award = shown.path("award").asString();
        var again = SERVICE.as("AUTHORITY")
                .post(
                        path + "/" + award + "/correction",
                        Map.of("amount", 5, "amountBasis", "Quy chế", "reason", "Thiếu tiền", "on", "2020-11-21"));
        assertThat(again.json().path("decision").path("number").asString()).isEqualTo("51");

        // The same request again is the same award still, though it names the number that was wrong.
        SERVICE.as("AUTHORITY").key("d-award").post(path, body).is(200);
        assertThat(register(issuer)).hasSize(1);
        published(model, 2);
    }

    @Test
    void asked_again_an_award_that_was_annulled_does_not_bring_the_wrong_number_back() {
        var issuer = "Ban Chỉ đạo phong trào Kim Bảng";
        var model = registeredModel();
        var bulk = new HashMap<String, Object>(with(award("1"), issuer, "15"));
        bulk.put("models", List.of(model));
        var key = "d-annulled-" + model;
        assertThat(outcomes(SERVICE.as("AUTHORITY").key(key).post("/api/v1/awards/bulk", bulk)))
                .containsExactly("DONE");
        var decision = register(issuer).getFirst().path("decision").asString();
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions/" + decision + "/correction",
                        Map.of("number", "51", "reason", "Nhập nhầm số", "on", "2020-11-20"))
                .is(200);
        var award = SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model)
                .json()
                .at("/awards/0/award")
                .asString();
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + model + "/awards/" + award + "/revocation",
                        Map.of("reason", "Khen không đúng", "on", "2020-12-01", "effect", "ANNULLED"))
                .is(200);

        // It could be granted anew; but nobody asks for that.
        SERVICE.as("AUTHORITY").key(key).post("/api/v1/awards/bulk", bulk).is(200);

        assertThat(register(issuer))
                .extracting(one -> one.path("number").asString())
                .containsExactly("51");
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

    /** Made up: a province's awards of one year, of which the register has to give account. */
    @Test
    void the_register_of_a_year_says_what_each_decision_decided_and_what_was_corrected() {
        var models = List.of(evaluatedModel(), evaluatedModel(), evaluatedModel());
        var person = registered(Map.of("subject", "INDIVIDUAL", "subjectId", "s-hoa"));
        var first = "/api/v1/models/" + models.getFirst();
        var last = "/api/v1/models/" + models.getLast();
        SERVICE.as("AUTHORITY")
                .post(first + "/recognitions", of("12", "D1", "2025-06-15", Map.of("level", "DISTRICT")))
                .is(201);
        var recognized = SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/recognitions/bulk",
                        of("40", "TM", "2025-10-10", Map.of("level", "PROVINCE", "models", models)));
        assertThat(outcomes(recognized)).containsExactly("DONE", "DONE", "DONE");
        var paperForm = Map.<String, Object>of("form", "GIAY_KHEN", "track", "PARTY");
        var many = new HashMap<>(of("15", "TM", "2025-10-15", paperForm));
        many.put("models", models);
        var awarded = SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", many);
        assertThat(outcomes(awarded)).containsExactly("DONE", "DONE", "DONE");
        var movement = new HashMap<>(of("15", "TM", "2025-10-15", paperForm));
        movement.put("programme", ReceivedEvents.PROGRAMME);
        movement.put("subject", "COLLECTIVE");
        movement.put("recipient", Map.of("name", "Xã N1", "unit", "HNA-KB-13"));
        SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", movement).is(201);
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + person + "/awards",
                        of(
                                "88",
                                "UBND TM",
                                "2025-10-15",
                                Map.of(
                                        "form",
                                        "BANG_KHEN",
                                        "track",
                                        "STATE",
                                        "recipient",
                                        Map.of("name", "Trần Thị Mai Hoa", "unit", "HNA-KB-13"))))
                .is(201);

        var wrong = register("TM", 2025).getFirst().path("decision").asString();
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions/" + wrong + "/correction",
                        Map.of("number", "51", "reason", "Nhập nhầm số", "on", "2025-10-20"))
                .is(200);
        var award = awarded.json().path("rows").path(2).path("award").asString();
        SERVICE.as("AUTHORITY")
                .post(
                        last + "/awards/" + award + "/revocation",
                        of("60", "TM", "2025-11-05", Map.of("reason", "Khen sai", "effect", "ANNULLED")))
                .is(200);
        var recognition =
                recognized.json().path("rows").path(2).path("recognition").asString();
        SERVICE.as("AUTHORITY")
                .post(
                        last + "/recognitions/" + recognition + "/revocation",
                        of("66", "TM", "2025-12-01", Map.of("reason", "Không còn duy trì", "effect", "ENDED")))
                .is(200);

        var register = register("TM", 2025);
        assertThat(numbers(register)).containsExactly("40", "51", "60", "66");
        assertThat(numbers(register("UBND TM", 2025))).containsExactly("88");
        assertThat(numbers(register("D1", 2025))).containsExactly("12");
        assertThat(register.get(0).path("decided").path("recognitions").asInt()).isEqualTo(3);
        assertThat(register.get(1).path("decided").path("awards").asInt()).isEqualTo(4);
        assertThat(register.get(1).path("corrections").path(0).path("reason").asString())
                .isEqualTo("Nhập nhầm số");
        assertThat(register.get(2).path("decided").path("revocations").asInt()).isEqualTo(1);
        assertThat(register.get(3).path("decided").path("revocations").asInt()).isEqualTo(1);
    }

    /** What is asked, resting on a decision of that day, on that day. */
    private static Map<String, Object> of(String number, String issuer, String day, Map<String, Object> asked) {
        var body = new HashMap<>(asked);
        body.put("decision", Map.of("number", number, "date", day, "issuer", issuer));
        body.put("on", day);
        return body;
    }

    private static List<String> numbers(List<JsonNode> register) {
        return register.stream().map(one -> one.path("number").asString()).toList();
    }

    @Test
    void a_decision_is_prepared_as_a_draft_and_issued_under_its_id_with_how_many_it_announces() {
        var issuer = "Ban Thường vụ Đảng ủy Khả Phong";
        var opened = SERVICE.as("AUTHORITY")
                .key("draft-" + issuer.hashCode())
                .post("/api/v1/decision-drafts", Map.of("issuer", issuer, "items", 2));
        opened.is(201);
        assertThat(opened.text("state")).isEqualTo("DRAFT");
        var path = "/api/v1/decision-drafts/" + opened.text("id");
        SERVICE.as("AUTHORITY")
                .key("draft-" + issuer.hashCode())
                .post("/api/v1/decision-drafts", Map.of("issuer", issuer, "items", 2))
                .is(200);
        SERVICE.as("AUTHORITY")
                .post(path + "/issue", Map.of())
                .is(422, "invalid-fields")
                .fault("date", "required");
        var text = Map.of("issuer", issuer, "items", 2, "number", "71", "date", "2020-11-06");
        SERVICE.as("AUTHORITY").put(path, text).is(200);
        SERVICE.as("AUTHORITY")
                .ifMatch("\"1\"")
                .put(path, Map.of("issuer", issuer))
                .is(412);
        SERVICE.as("OFFICER").put(path, text).is(403);
        assertThat(register(issuer)).as("not before it is issued").isEmpty();

        var issued = SERVICE.as("AUTHORITY").post(path + "/issue", Map.of());
        issued.is(201);
        assertThat(issued.text("decision")).isEqualTo(opened.text("id"));
        assertThat(issued.text("state")).isEqualTo("ISSUED");
        SERVICE.as("AUTHORITY").post(path + "/issue", Map.of()).is(200);
        SERVICE.as("AUTHORITY").get(path).is(404, "decision-draft-unknown");

        var model = registeredModel();
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/awards", with(award("1"), issuer, "71"))
                .is(201);
        var entry = register(issuer).getFirst();
        assertThat(entry.path("named").asInt() + " of " + entry.path("items").asInt())
                .isEqualTo("1 of 2");
        var decision = "/api/v1/decisions/" + opened.text("id");
        SERVICE.as("AUTHORITY")
                .post(decision + "/correction", Map.of("items", 1, "reason", "Đếm nhầm", "on", "2020-11-20"))
                .is(200);
        var shown = SERVICE.as("VIEWER").get(decision).json();
        assertThat(shown.path("named").asInt()).isEqualTo(1);
        assertThat(shown.at("/decision/items").asInt()).isEqualTo(1);
        assertThat(shown.at("/decision/state").asString()).isEqualTo("CORRECTED");
        var told = published(opened.text("id"), 2);
        assertThat(Json.MAPPER.readTree(told.getFirst().body()).path("items").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_draft_is_thrown_away_and_takes_no_place_in_the_register() {
        var issuer = "Ban Thường vụ Đảng ủy Tân Sơn";
        var draft = Map.of("issuer", issuer, "number", "1", "date", "2020-11-06");
        var path = "/api/v1/decision-drafts/"
                + SERVICE.as("AUTHORITY").post("/api/v1/decision-drafts", draft).text("id");
        entered(issuer, "1").is(201);
        var other = SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decision-drafts",
                        Map.of("issuer", issuer, "number", "1", "date", "2020-11-06", "signer", "Nguyễn Văn Hiền"));
        SERVICE.as("AUTHORITY")
                .post("/api/v1/decision-drafts/" + other.text("id") + "/issue", Map.of())
                .is(409, "decision-in-register");
        assertThat(SERVICE.as("AUTHORITY")
                        .exchange(HttpMethod.DELETE, path, null)
                        .status())
                .isEqualTo(204);
        SERVICE.as("AUTHORITY").exchange(HttpMethod.DELETE, path, null).is(404, "decision-draft-unknown");
        assertThat(SERVICE.as("AUTHORITY")
                        .get("/api/v1/decision-drafts?limit=500")
                        .json()
                        .path("items"))
                .extracting(one -> one.path("id").asString())
                .contains(other.text("id"));
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
        return register(issuer, 2020);
    }

    private static List<JsonNode> register(String issuer, int year) {
        return SERVICE.as("VIEWER")
                .get("/api/v1/decisions?year=" + year + "&issuer=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8))
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
