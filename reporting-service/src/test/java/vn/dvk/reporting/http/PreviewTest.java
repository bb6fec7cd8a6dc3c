package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;

/** What a paper would touch, asked before it is signed; nothing changes by asking. */
class PreviewTest {

    private static final Reporting REPORTING = Reporting.shared();
    private static final String AT = Reporting.newCode();

    /** Two districts; M1 at C1, M2 at C2, M3 at C3, one of them copied to C2. */
    @BeforeAll
    static void aProvince() {
        REPORTING.unit(code("TM"), "PROVINCE", null, null, null);
        REPORTING.unit(code("D1"), "DISTRICT", code("TM"), null, null);
        REPORTING.unit(code("D2"), "DISTRICT", code("TM"), null, null);
        REPORTING.unit(code("C1"), "COMMUNE", code("D1"), null, null);
        REPORTING.unit(code("C2"), "COMMUNE", code("D1"), null, null);
        REPORTING.unit(code("C3"), "COMMUNE", code("D2"), null, null);
        REPORTING.unit(code("N1"), "COMMUNE", code("D2"), null, null);
        REPORTING.unit(code("N2"), "COMMUNE", code("D1"), null, null);
        REPORTING.programme(
                AT, code("TM"), "2025-01-01", "2025-12-31", "{\"kind\":\"COMMUNE\",\"under\":\"" + code("TM") + "\"}");
        REPORTING.publish(REPORTING
                .newModel(AT, code("C1"))
                .registered("2025-01-20")
                .replication("replication-started", AT + "-r", code("C2"), "2025-03-01"));
        REPORTING.publish(REPORTING.newModel(AT, code("C2")).registered("2025-01-25"));
        REPORTING.publish(
                REPORTING.newModel(AT, code("C2")).registered("2025-01-26").withdrawn("2025-02-01"));
        REPORTING.publish(REPORTING.newModel(AT, code("C3")).registered("2025-02-05"));
        REPORTING.await("measure=registered&programme=" + AT, 4);
        REPORTING.await("measure=applying&programme=" + AT, 1);
    }

    @Test
    void whatAMergerMovesByItself() {
        var preview = preview("MERGED", "[\"%s\",\"%s\"]".formatted(code("C1"), code("C2")), code("N1"));

        var first = preview.at("/units/0");
        assertThat(first.path("going").asString()).isEqualTo("BY_ITSELF");
        assertThat(first.path("openDossiers").asInt()).isEqualTo(1);
        assertThat(first.path("models")).hasSize(1);
        assertThat(first.path("applying").asInt()).isEqualTo(1);
        assertThat(first.path("applied").asInt()).isZero();
        var second = preview.at("/units/1");
        assertThat(second.path("openDossiers").asInt()).as("one was withdrawn").isEqualTo(1);
        assertThat(second.path("applied").asInt()).isEqualTo(1);
        assertThat(total(preview, "N1")).isEqualTo("0/0 3/2");
        assertThat(total(preview, "D1")).isEqualTo("3/2 0/0");
        assertThat(total(preview, "D2")).isEqualTo("1/1 4/3");
        assertThat(total(preview, "TM")).isEqualTo("4/3 4/3");
    }

    @Test
    void openIsWhatIsInProgressOrRecognizedAndNotStopped() {
        var programme = REPORTING.newProgramme();
        var unit = programme + "-1";
        var other = programme + "-2";
        var through = through(programme);
        var recognized = through(programme).recognized("r1" + unit, "DISTRICT", "2025-03-01");
        var stopped =
                through(unit).recognized("r2" + unit, "DISTRICT", "2025-03-01").reviewed(2025, "STOPPED", "2025-04-01");
        var ended = through(programme)
                .recognized("r3" + unit, "DISTRICT", "2025-03-01")
                .recognitionRevoked("r3" + unit, "2025-04-01");
        var running = REPORTING.newModel(programme, unit).registered("2025-01-20");
        var handedOn =
                REPORTING.newModel(programme, unit).registered("2025-01-20").transferred(other, "2025-02-01");
        var handedOver =
                REPORTING.newModel(programme, other).registered("2025-01-20").transferred(unit, "2025-02-01");
        for (var model : List.of(through, recognized, stopped, ended, running, handedOn, handedOver)) {
            REPORTING.publish(model);
        }

        Awaitility.await().untilAsserted(() -> {
            var touched =
                    preview("MERGED", "[\"%s\"]".formatted(unit), code("N1")).at("/units/0");
            assertThat(touched.path("models")
                            .valueStream()
                            .map(one -> one.path("model").asString() + " "
                                    + one.path("inProgress").asBoolean()))
                    .containsExactlyInAnyOrder(
                            recognized.id() + " false", running.id() + " true", handedOver.id() + " true");
            assertThat(touched.path("openDossiers").asInt()).isEqualTo(3);
        });
    }

    private static Model through(String programme) {
        return REPORTING
                .newModel(programme, programme + "-1")
                .registered("2025-01-20")
                .opened("2025-01-20")
                .step("CARRY_OUT", 3, "2025-02-01")
                .step("APPRAISE", 4, "2025-02-02")
                .step("SUM_UP", 5, "2025-02-03");
    }

    @Test
    void holdsOnModelsSubjectsAndTheUnit() {
        var programme = REPORTING.newProgramme();
        var unit = programme + "-1";
        for (var number : List.of("1", "2", "3")) {
            REPORTING.publish(REPORTING
                    .newModel(programme, unit)
                    .with("subject", "INDIVIDUAL")
                    .with("subjectId", unit + number)
                    .registered("2025-01-2" + number)
                    .held("h" + unit + number, number.equals("3") ? "2030-01-01" : "2025-02-01"));
        }
        REPORTING.hold("SUBJECT", unit + "1", "2025-03-01", null);
        REPORTING.hold("SUBJECT", unit + "2", "2025-03-01", "2025-03-02");
        REPORTING.hold("SUBJECT", "somebody else " + unit, "2025-03-01", null);
        REPORTING.hold("UNIT", unit, "2025-03-01", null);
        REPORTING.hold("UNIT", unit, "2030-03-01", null);
        REPORTING.hold("UNIT", programme, "2025-03-01", null);
        REPORTING.hold("UNIT", unit, "2025-03-01", "2025-03-05");

        Awaitility.await()
                .untilAsserted(() -> assertThat(preview("MERGED", "[\"%s\"]".formatted(unit), code("N1"))
                                .at("/units/0/holds")
                                .toString())
                        .isEqualTo("{\"models\":2,\"subjects\":1,\"unit\":1}"));
    }

    @Test
    void whatASplitLeavesToPeople() {
        var preview = preview("SPLIT", "[\"%s\"]".formatted(code("C3")), code("N1") + "\",\"" + code("N2"));

        assertThat(preview.at("/units/0/going").asString()).isEqualTo("BY_HAND");
        assertThat(preview.at("/units/0/openDossiers").asInt()).isEqualTo(1);
        assertThat(total(preview, "TM")).isEqualTo("4/3 4/3");
        assertThat(preview.path("totals").valueStream())
                .anyMatch(row -> row.path("unit").asString().equals("unattributable")
                        && row.at("/after/registered").asInt() == 1);
    }

    @Test
    void whatAMoveTakesAlong() {
        var body = "{\"type\":\"MOVED\",\"units\":[\"%s\"],\"effective\":\"2030-01-01\",\"parent\":\"%s\"}"
                .formatted(code("C1"), code("D2"));
        var preview =
                REPORTING.as("VIEWER").post("/api/v1/previews", body).is(200).json();

        assertThat(preview.at("/units/0/going").asString()).isEqualTo("STAYS");
        assertThat(preview.path("asOf").asString()).isEqualTo("2030-01-01");
        assertThat(total(preview, "D1")).isEqualTo("3/2 2/1");
        assertThat(total(preview, "D2")).isEqualTo("1/1 2/2");
    }

    @Test
    void theUnitsBelowAreNamed() {
        var preview = preview("DISSOLVED", "[\"%s\"]".formatted(code("D1")), code("TM"));
        assertThat(preview.at("/units/0/children")
                        .valueStream()
                        .map(one -> one.path("unit").asString()))
                .containsExactly(code("C1"), code("C2"), code("N2"));
        assertThat(preview.at("/units/0/openDossiers").asInt()).as("its own").isZero();
        assertThat(total(preview, "TM")).isEqualTo("4/3 4/3");
    }

    @Test
    void aPaperOfSeveralActsIsSeenAsAWhole() {
        var merged = act("MERGED", code("C1"), code("C2"));
        var mergedOn = act("MERGED", code("C2"), code("N1"));
        var dissolved = act("DISSOLVED", code("D1"), code("TM"));
        var preview = previewOf(dissolved, merged, mergedOn);
        assertThat(preview.path("units")
                        .valueStream()
                        .map(one -> one.path("unit").asString() + " "
                                + one.path("going").asString()))
                .containsExactly(code("D1") + " BY_HAND", code("C1") + " BY_ITSELF", code("C2") + " BY_ITSELF");
        assertThat(total(preview, "N1")).isEqualTo("0/0 3/2");
        assertThat(total(preview, "D1")).isEqualTo("3/2 0/0");
        assertThat(total(preview, "TM")).isEqualTo("4/3 4/3");

        var split = act("SPLIT", code("C2"), code("N1") + "\",\"" + code("N2"));
        assertThat(previewOf(merged, split).at("/units/0/going").asString())
                .as("merged into what is split then")
                .isEqualTo("BY_HAND");
    }

    @Test
    void aPaperSaysItsActsOrIsOne() {
        REPORTING
                .as("VIEWER")
                .post("/api/v1/previews", "{\"effective\":\"2025-07-01\"}")
                .is(422, "invalid-fields")
                .fault("type", "required")
                .fault("units", "required");
        var both = "{\"effective\":\"2025-07-01\",\"type\":\"MERGED\",\"acts\":[%s]}"
                .formatted(act("MERGED", code("C1"), code("C2")));
        REPORTING
                .as("VIEWER")
                .post("/api/v1/previews", both)
                .is(422, "invalid-fields")
                .fault("acts", "acts-and-act");
        REPORTING
                .as("VIEWER")
                .post("/api/v1/previews", "{\"effective\":\"2025-07-01\",\"acts\":[{\"type\":\"MERGED\"}]}")
                .is(422, "invalid-fields")
                .fault("acts[0].units", "required");
    }

    private static String act(String type, String unit, String successors) {
        return "{\"type\":\"%s\",\"units\":[\"%s\"],\"successors\":[\"%s\"]}".formatted(type, unit, successors);
    }

    private static JsonNode previewOf(String... acts) {
        return REPORTING
                .as("VIEWER")
                .post(
                        "/api/v1/previews",
                        "{\"effective\":\"2025-07-01\",\"acts\":[%s]}".formatted(String.join(",", acts)))
                .is(200)
                .json();
    }

    @Test
    void nothingIsChangedByAsking() {
        preview("MERGED", "[\"%s\"]".formatted(code("C1")), code("N1"));
        assertThat(REPORTING
                        .get("/api/v1/counts?measure=registered&organisation=now&programme=" + AT + "&unit="
                                + code("N1"))
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void whoIsNotThereCannotBeMerged() {
        REPORTING
                .as("VIEWER")
                .post("/api/v1/previews", body("MERGED", "[\"NOBODY\"]", code("N1")))
                .is(404, "not-found");
        REPORTING
                .as("VIEWER")
                .post("/api/v1/previews", body("MERGED", "[]", code("N1")))
                .is(422, "invalid-fields");
    }

    private static JsonNode preview(String type, String units, String successors) {
        return REPORTING
                .as("VIEWER")
                .post("/api/v1/previews", body(type, units, successors))
                .is(200)
                .json();
    }

    private static String body(String type, String units, String successors) {
        return "{\"type\":\"%s\",\"units\":%s,\"successors\":[\"%s\"],\"effective\":\"2025-07-01\"}"
                .formatted(type, units, successors);
    }

    /** Registered and in progress, before and after. */
    private static String total(JsonNode preview, String unit) {
        return preview.path("totals")
                .valueStream()
                .filter(row -> row.path("unit").asString().equals(code(unit)))
                .map(row -> row.at("/before/registered").asInt() + "/"
                        + row.at("/before/inProgress").asInt() + " "
                        + row.at("/after/registered").asInt() + "/"
                        + row.at("/after/inProgress").asInt())
                .findFirst()
                .orElse("none");
    }

    private static String code(String unit) {
        return AT + '-' + unit;
    }
}
