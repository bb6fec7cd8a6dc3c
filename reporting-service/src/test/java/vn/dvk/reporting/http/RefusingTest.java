package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import vn.dvk.reporting.running.Reporting;
import vn.dvk.spec.Tokens;

/** What is refused, and what the refusal says. */
class RefusingTest {

    private final Reporting reporting = Reporting.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/counts?measure=registered",
                "/api/v1/facts?measure=registered",
                "/api/v1/summary?programme=X",
                "/api/v1/cards",
                "/api/v1/cards/x",
                "/api/v1/programmes",
                "/api/v1/units",
                "/api/v1/rebuilds/current",
                "/api/v1/operations/lag",
                "/api/v1/operations/waiting"
            })
    void nothingIsReadWithoutAToken(String address) {
        reporting.service().api().get(address).is(401, "unauthenticated");
        reporting.service().api().token(Tokens.of("nobody")).get(address).is(403, "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rebuilds", "/api/v1/reconciliations", "/api/v1/previews"})
    void nothingIsPostedWithoutAToken(String address) {
        reporting.service().api().post(address, "{}").is(401, "unauthenticated");
    }

    @Test
    void onlyAdministratorsRebuild() {
        for (var role : List.of("OFFICER", "REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER")) {
            reporting.as(role).post("/api/v1/rebuilds", "{}").is(403, "not-allowed");
        }
        reporting
                .as("ADMINISTRATOR")
                .exchange(HttpMethod.POST, "/api/v1/rebuilds", "{}")
                .is(400, "idempotency-key-required");
        reporting.as("OFFICER").get("/api/v1/rebuilds/current").is(403, "not-allowed");
    }

    @Test
    void anUnknownParameterIsNamedWithThoseThereAre() {
        var problem = reporting
                .get("/api/v1/counts?measure=registered&colour=red")
                .is(400, "unknown-parameter")
                .json();
        assertThat(problem.path("detail").asString()).contains("“colour”", "programme", "asKnown");
        assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/counts");
        assertThat(problem.has("correlation")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measure=happiness|unknown-measure",
                "measure=registered&subject=NOBODY|unknown-word",
                "measure=registered&by=colour|unknown-dimension",
                "measure=registered&asOf=30/06/2024|malformed-date",
                "measure=registered&asKnown=yesterday|malformed-date",
                "measure=registered&organisation=tomorrow|unknown-word",
                "measure=registered&asOf=%2B10000-01-01|malformed-date",
                "measure=registered&asOf=1899-12-31|malformed-date",
                "measure=registered&from=-0001-01-01|malformed-date",
                "measure=registered&asKnown=%2B999999999-12-31|malformed-date",
                "measure=registered&asKnown=%2B10000-01-01T00:00:00Z|malformed-date",
                "measure=registered&field=KT&field=VHXH|repeated-parameter",
                "measure=registered&by=field&by=unit|repeated-parameter",
                "measure=registered&unit=|empty-parameter",
                "measure=registered&asKnown=|empty-parameter",
                "measure=registered&field=kt|unknown-word",
                "measure=registered&step=NOWHERE|unknown-word",
                "measure=registered&model=a%00b|malformed-address",
                "by=field|missing-parameter"
            })
    void aMalformedQuestionIsTheCallersToMend(String case_) {
        var parts = case_.split("\\|");
        reporting.get("/api/v1/counts?" + parts[0]).is(400, parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cards?q=%00",
                "/api/v1/cards?q=a%1Bb",
                "/api/v1/cards?programme=%00",
                "/api/v1/units?q=%00",
                "/api/v1/summary?programme=%00",
                "/api/v1/facts?measure=registered&cursor=%00"
            })
    void controlCharactersAreNoText(String address) {
        reporting.get(address).is(400, "malformed-address");
    }

    @Test
    void aListHasLimits() {
        reporting.get("/api/v1/facts?measure=registered&limit=0").is(400, "malformed-limit");
        reporting.get("/api/v1/facts?measure=registered&limit=501").is(400, "malformed-limit");
        reporting.get("/api/v1/facts?measure=registered&cursor=nonsense").is(400, "malformed-cursor");
        reporting.get("/api/v1/cards?stage=ASLEEP").is(400, "unknown-word");
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        reporting.get("/api/v1/counts?measure=registered&programme=NONE").is(404, "not-found");
        reporting.get("/api/v1/counts?measure=registered&unit=NOWHERE").is(404, "not-found");
        reporting.get("/api/v1/summary?programme=NONE").is(404, "not-found");
        reporting.service().api().get("/api/v1/overview?programme=NONE").is(404, "not-found");
    }

    @Test
    void wrongMethodsAndAddressesAreSaid() {
        reporting.as("VIEWER").post("/api/v1/counts", "{}").is(405, "method-not-allowed");
        reporting.get("/api/v1/nothing").is(404, "no-such-address");
    }

    @Test
    void theDocumentationDescribesTheFilters() {
        var paths = reporting.service().api().get("/v3/api-docs").is(200).json().path("paths");
        var names = paths.path("/api/v1/counts")
                .at("/get/parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString());
        assertThat(names).contains("measure", "programme", "unit", "asOf", "asKnown", "organisation", "by");
        assertThat(paths.propertyNames())
                .contains("/api/v1/reconciliations", "/api/v1/summary", "/api/v1/cards/{model}");
    }
}
