package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.reporting.running.RunningService;
import vn.dvk.spec.Tokens;

/** What is refused, and what the refusal says. */
class RefusingTest extends RunningService {

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
        api.send(api.request(address).GET()).is(401, "unauthenticated");
        api.send(api.request(address)
                        .header("Authorization", "Bearer " + Tokens.of("nobody"))
                        .GET())
                .is(403, "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rebuilds", "/api/v1/reconciliations"})
    void nothingIsPostedWithoutAToken(String address) {
        api.send(api.request(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")))
                .is(401, "unauthenticated");
    }

    @Test
    void onlyAdministratorsRebuild() {
        for (var role : List.of("OFFICER", "REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER")) {
            api.post("/api/v1/rebuilds", role, "{}").is(403, "not-allowed");
        }
        api.send("POST", "/api/v1/rebuilds", "ADMINISTRATOR", "{}").is(400, "idempotency-key-required");
        api.get("/api/v1/rebuilds/current", "OFFICER").is(403, "not-allowed");
    }

    @Test
    void anUnknownParameterIsNamedWithThoseThereAre() {
        var problem = api.get("/api/v1/counts?measure=registered&colour=red", "VIEWER")
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
                "by=field|missing-parameter"
            })
    void aMalformedQuestionIsTheCallersToMend(String case_) {
        var parts = case_.split("\\|");
        api.get("/api/v1/counts?" + parts[0], "VIEWER").is(400, parts[1]);
    }

    @Test
    void aListHasLimits() {
        api.get("/api/v1/facts?measure=registered&limit=0", "VIEWER").is(400, "malformed-limit");
        api.get("/api/v1/facts?measure=registered&limit=501", "VIEWER").is(400, "malformed-limit");
        api.get("/api/v1/facts?measure=registered&cursor=nonsense", "VIEWER").is(400, "malformed-cursor");
        api.get("/api/v1/cards?stage=ASLEEP", "VIEWER").is(400, "unknown-word");
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        api.get("/api/v1/counts?measure=registered&programme=NONE", "VIEWER").is(404, "not-found");
        api.get("/api/v1/counts?measure=registered&unit=NOWHERE", "VIEWER").is(404, "not-found");
        api.get("/api/v1/summary?programme=NONE", "VIEWER").is(404, "not-found");
        api.send(api.request("/api/v1/overview?programme=NONE").GET()).is(404, "not-found");
    }

    @Test
    void wrongMethodsAndAddressesAreSaid() {
        api.post("/api/v1/counts", "VIEWER", "{}").is(405, "method-not-allowed");
        api.get("/api/v1/nothing", "VIEWER").is(404, "no-such-address");
    }

    @Test
    void theDocumentationDescribesTheFilters() {
        var paths = api.send(api.request("/v3/api-docs").GET()).is(200).json().path("paths");
        var names = paths.path("/api/v1/counts")
                .at("/get/parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString());
        assertThat(names).contains("measure", "programme", "unit", "asOf", "asKnown", "organisation", "by");
        assertThat(paths.propertyNames())
                .contains("/api/v1/reconciliations", "/api/v1/summary", "/api/v1/cards/{model}");
    }
}
