package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.reporting.ReportingApplication;
import vn.dvk.reporting.running.Reporting;
import vn.dvk.spec.RunningService;

/** Words that are data: reports count in them and show their names. */
class TermsTest {

    private final Reporting reporting = Reporting.shared();

    @Test
    void aLevelIsCountedBeforeAnybodyHasHeardOfItAndNamedAfterwards() {
        var level = Reporting.newCode();
        var programme = reporting.newProgramme();
        reporting.publish(reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .recognized("r-" + programme, level, "2024-06-01"));
        reporting.await("measure=recognitions&level=" + level + "&programme=" + programme, 1);
        assertThat(levels(programme, "vi")).endsWith("{\"code\":\"" + level + "\",\"name\":\"" + level + "\"}]");

        reporting.term("level", level, "cấp liên xã", "inter-commune level", 15);
        Awaitility.await()
                .untilAsserted(() -> assertThat(levels(programme, "vi")).contains("cấp liên xã"));

        assertThat(levels(programme, "en"))
                .as("in the order of the vocabulary, a missing name in Vietnamese")
                .isEqualTo("[{\"code\":\"GRASSROOTS\",\"name\":\"grassroots level\"},"
                        + "{\"code\":\"" + level + "\",\"name\":\"inter-commune level\"},"
                        + "{\"code\":\"DISTRICT\",\"name\":\"district level\"},"
                        + "{\"code\":\"PROVINCE\",\"name\":\"cấp tỉnh\"}]");
        assertThat(reporting
                        .get("/api/v1/counts?measure=recognitions&by=level&programme=" + programme)
                        .json()
                        .at("/groups/0/key/level")
                        .asString())
                .isEqualTo(level);
    }

    @Test
    void aTermThatNothingWasSaidInYetCountsNothing() {
        var form = Reporting.newCode();
        reporting.get("/api/v1/counts?measure=awarded&form=" + form).is(400, "unknown-word");
        reporting.term("award-form", form, "thư khen", null, 90);
        Awaitility.await()
                .untilAsserted(() -> assertThat(reporting.count("measure=awarded&form=" + form))
                        .isZero());
    }

    @Test
    void anUnknownWordIsNamedWithThoseThereAre() {
        assertThat(reporting
                        .get("/api/v1/counts?measure=recognitions&level=WARD")
                        .is(400, "unknown-word")
                        .text("detail"))
                .contains("“WARD”", "GRASSROOTS", "DISTRICT");
    }

    @Test
    void termsAreListedByNameInTheReadersLanguage() {
        assertThat(items("/api/v1/terms?vocabulary=track&at=2024-01-01", "en").toString())
                .isEqualTo("[{\"vocabulary\":\"track\",\"code\":\"PARTY\",\"name\":\"Party\",\"rank\":10},"
                        + "{\"vocabulary\":\"track\",\"code\":\"STATE\",\"name\":\"State\",\"rank\":20}]");
        var programme = reporting.newProgramme();
        assertThat(items("/api/v1/units?q=" + programme + "-1", "vi")
                        .at("/0/kindName")
                        .asString())
                .isEqualTo("cấp huyện");
    }

    @Test
    void whileNoWordHasArrivedNobodyIsToldThatTheirsIsWrong() {
        try (var deaf = RunningService.start(ReportingApplication.class, "dvk.reads=dvk.registration.v1")) {
            var answer = deaf.as("VIEWER").get("/api/v1/counts?measure=recognitions&level=PROVINCE");
            answer.is(503, "vocabulary-not-here-yet");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
    }

    private String levels(String programme, String language) {
        return reporting
                .as("VIEWER")
                .header("Accept-Language", language)
                .get("/api/v1/summary?programme=" + programme)
                .is(200)
                .json()
                .path("levels")
                .toString();
    }

    private JsonNode items(String address, String language) {
        return reporting
                .as("VIEWER")
                .header("Accept-Language", language)
                .get(address)
                .is(200)
                .json()
                .path("items");
    }
}
