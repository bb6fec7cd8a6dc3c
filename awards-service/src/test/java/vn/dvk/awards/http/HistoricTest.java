package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.ReceivedEvents.registered;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Recognitions and awards of a historic programme, as far as their days are known. */
class HistoricTest {

    private static final Map<String, Object> OF_THE_YEAR =
            Map.of("date", "2020", "issuer", "Ban Chỉ đạo huyện Kim Bảng, " + UUID.randomUUID());

    /** By a paper of which the year is known, on a day of which the month is. */
    @Test
    void revocations_and_holds_are_of_a_month_or_year_too_and_only_of_what_is_of_a_historic_programme() {
        Topic.publish(SampleEvent.minimal(ConsumedTypes.PROGRAMME)
                .subject("programme:DA-QUA-2")
                .with("code", "DA-QUA-2")
                .with("recognitionRequires", "NOTHING")
                .with("levels", List.of("DISTRICT"))
                .with("historic", true)
                .with("cutOff", "2020-11-30"));
        SERVICE.awaitCaughtUp();
        var model = registered(Map.of("programme", "DA-QUA-2", "on", "2018-12-31", "precision", "YEAR"));
        var path = "/api/v1/models/" + model;
        var recognition = SERVICE.as("AUTHORITY")
                .post(path + "/recognitions", Map.of("level", "DISTRICT", "decision", OF_THE_YEAR, "on", "2020-01"))
                .text("recognition");
        var award = SERVICE.as("AUTHORITY")
                .post(
                        path + "/awards",
                        Map.of("form", "GIAY_KHEN", "track", "PARTY", "decision", OF_THE_YEAR, "on", "2020"))
                .text("award");
        var other = Map.of("date", "2020", "issuer", "Huyện ủy Kim Bảng, " + UUID.randomUUID());
        var inMarch = Map.of("reason", "Số liệu không đúng", "on", "2020-03", "decision", other);
        var revoked = SERVICE.as("AUTHORITY").post(path + "/recognitions/" + recognition + "/revocation", inMarch);
        revoked.is(200);
        assertThat(revoked.json().at("/revoked/on").asString()).isEqualTo("2020-03-31");
        SERVICE.as("AUTHORITY")
                .post(path + "/awards/" + award + "/revocation", Map.of("reason", "Số liệu không đúng", "on", "2020"))
                .is(200);
        var placed = SERVICE.as("AUTHORITY")
                .post(path + "/holds", Map.of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2019"));
        placed.is(201);
        SERVICE.as("AUTHORITY")
                .post(path + "/holds/" + placed.text("hold") + "/release", Map.of("reason", "Xong", "on", "2020"))
                .is(200);
        assertThat(published(model, 6).stream()
                        .skip(2)
                        .map(record -> Json.MAPPER.readTree(record.body()))
                        .map(body -> body.path("on").asString() + " "
                                + body.path("precision").asString()))
                .containsExactly("2020-03-31 MONTH", "2020-11-30 YEAR", "2019-12-31 YEAR", "2020-11-30 YEAR");

        var ofToday = "/api/v1/models/" + registeredModel();
        SERVICE.as("AUTHORITY")
                .post(ofToday + "/holds", Map.of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2020"))
                .is(422, "papers-incomplete")
                .fault("on", "day-missing");
        var given = SERVICE.as("AUTHORITY")
                .post(ofToday + "/awards", KimBang.award("81"))
                .text("award");
        SERVICE.as("AUTHORITY")
                .post(ofToday + "/awards/" + given + "/revocation", inMarch)
                .is(422, "papers-incomplete")
                .fault("on", "day-missing")
                .fault("decision.date", "day-missing");
    }

    @Test
    void what_is_not_known_is_shown_as_known_listed_and_published() {
        Topic.publish(SampleEvent.minimal(ConsumedTypes.PROGRAMME)
                .subject("programme:DA-QUA")
                .with("code", "DA-QUA")
                .with("recognitionRequires", "NOTHING")
                .with("levels", List.of("DISTRICT"))
                .with("historic", true)
                .with("cutOff", "2020-11-30"));
        SERVICE.awaitCaughtUp();
        var model = registered(Map.of("programme", "DA-QUA", "on", "2018-12-31", "precision", "YEAR"));
        var path = "/api/v1/models/" + model;
        SERVICE.as("AUTHORITY")
                .post(path + "/recognitions", Map.of("level", "DISTRICT", "decision", OF_THE_YEAR, "on", "2020"))
                .is(201);
        SERVICE.as("AUTHORITY")
                .post(
                        path + "/awards",
                        Map.of("form", "GIAY_KHEN", "track", "PARTY", "decision", OF_THE_YEAR, "on", "2020-10"))
                .is(201);
        var moved = SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/movement-awards",
                        Map.of(
                                "programme",
                                "DA-QUA",
                                "subject",
                                "INDIVIDUAL",
                                "recipient",
                                Map.of("name", "Lê Văn Tâm", "unit", "HNA-KB-13"),
                                "form",
                                "GIAY_KHEN",
                                "track",
                                "PARTY",
                                "decision",
                                OF_THE_YEAR,
                                "on",
                                "2020"));
        moved.is(201);
        assertThat(moved.text("on")).isEqualTo("2020-11-30");
        assertThat(moved.text("asKnown")).isEqualTo("2020");

        var shown = SERVICE.as("VIEWER").get(path).is(200).json();
        var recognition = shown.path("recognitions").path(0);
        assertThat(recognition.path("on").asString()).as("not past the cut-off").isEqualTo("2020-11-30");
        assertThat(recognition.path("precision").asString()).isEqualTo("YEAR");
        assertThat(recognition.at("/decision/precision").asString()).isEqualTo("YEAR");
        var award = shown.path("awards").path(0);
        assertThat(award.path("asKnown").asString()).isEqualTo("10/2020");
        assertThat(award.path("incomplete").toString())
                .isEqualTo("[\"on\",\"decision.number\",\"decision.date\",\"amount\"]");
        var listed = SERVICE.as("VIEWER")
                .get("/api/v1/recognitions?programme=DA-QUA")
                .json();
        assertThat(listed.at("/items/0/asKnown").asString()).isEqualTo("2020");
        assertThat(listed.at("/items/0/decision/precision").asString()).isEqualTo("YEAR");

        var told = published(model, 2).stream()
                .map(record -> Json.MAPPER.readTree(record.body()))
                .toList();
        assertThat(told)
                .extracting(
                        body -> body.path("on").asString(),
                        body -> body.path("precision").asString(),
                        body -> body.at("/decision/precision").asString())
                .containsExactly(tuple("2020-11-30", "YEAR", "YEAR"), tuple("2020-10-31", "MONTH", "YEAR"));
    }

    @Test
    void elsewhere_the_day_is_asked_for_field_by_field() {
        var path = "/api/v1/models/" + registered(Map.of());
        SERVICE.as("AUTHORITY")
                .post(
                        path + "/awards",
                        Map.of("form", "GIAY_KHEN", "track", "PARTY", "decision", OF_THE_YEAR, "on", "2020-10"))
                .is(422, "papers-incomplete")
                .fault("on", "day-missing")
                .fault("decision.date", "day-missing");
        SERVICE.as("AUTHORITY")
                .post(
                        path + "/refusals",
                        Map.of(
                                "level",
                                "DISTRICT",
                                "reason",
                                "Kết quả chưa rõ ràng",
                                "on",
                                "2020-11-06",
                                "decision",
                                OF_THE_YEAR))
                .is(422, "day-needed")
                .fault("decision.date", "day-needed");
    }
}
