package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.running.Reporting;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** What was published is entered once, told to the world, and compared whenever somebody asks. */
class ClaimsTest {

    private static final String ADDRESS = "/api/v1/claims";
    private static final Topic OURS = Topic.named("dvk.reporting.v1");

    private final Reporting reporting = Reporting.shared();

    @Test
    void aClaimIsToldAndCompared() {
        var programme = reporting.newProgramme();
        reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + programme, 1);

        var entered =
                reporting.as("OFFICER").post(ADDRESS, claim(programme, "12.5")).is(201);
        var id = entered.text("claim");
        var told = OURS.awaitEvents(id, 1).getFirst();
        assertThat(told.headers().get("ce_type")).isEqualTo("vn.dvk.reporting.claim-published.v1");
        SampleEvent.CONTRACTS.assertValid(told);

        assertThat(reporting
                        .get(ADDRESS + "/" + id)
                        .is(200)
                        .json()
                        .at("/statement/title")
                        .asString())
                .isEqualTo("Sơ kết");
        assertThat(reporting
                        .get(ADDRESS + "?programme=" + programme)
                        .is(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        var compared = reporting
                .get(ADDRESS + "/" + id + "/reconciliation")
                .is(200)
                .json()
                .at("/figures/0");
        assertThat(compared.path("verdict").asString()).isEqualTo("mismatch");
        assertThat(compared.path("claimed").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(compared.path("counted").asInt()).isEqualTo(1);
    }

    @Test
    void underTheSameKeyItIsTheSameClaim() {
        var programme = reporting.newProgramme();
        var officer = reporting.as("OFFICER").key("claim-" + programme);
        var first = officer.post(ADDRESS, claim(programme, "1")).is(201).text("claim");
        assertThat(officer.post(ADDRESS, claim(programme, "1")).is(200).text("claim"))
                .isEqualTo(first);
        officer.post(ADDRESS, claim(programme, "2")).is(422, "key-reused");
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        var programme = reporting.newProgramme();
        reporting.as("OFFICER").post(ADDRESS, claim("NOBODY", "1")).is(404, "not-found");
        reporting.as("VIEWER").post(ADDRESS, claim(programme, "1")).is(403, "not-allowed");
        reporting
                .as("OFFICER")
                .post(ADDRESS, Map.of("programme", programme, "title", "", "publisher", "B", "on", "2024-07-05"))
                .is(422, "invalid-fields")
                .fault("title", "required")
                .fault("figures", "required");
        reporting.get(ADDRESS + "/nothing").is(404, "not-found");
        reporting.get(ADDRESS + "/nothing/reconciliation").is(404, "not-found");
        reporting.get(ADDRESS + "?limit=501&programme=" + programme).is(400, "malformed-limit");
    }

    private static String claim(String programme, String value) {
        return """
                {"programme":"%s","title":"Sơ kết","publisher":"Báo tỉnh","on":"2024-07-05","asOf":"2024-06-30",
                 "figures":[{"id":"N1","value":%s,"counts":{"measure":"registered"}}]}""".formatted(programme, value);
    }
}
