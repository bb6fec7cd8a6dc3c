package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObservabilityTest {

    @ParameterizedTest
    @EnumSource
    void a_promise_is_kept(ObservabilityPromise promise) {
        assertThat(promise.brokenBy(Observability.read())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_violation_is_found(ObservabilityPromise promise) {
        assertThat(promise.brokenBy(plant(promise, Observability.read()))).hasSize(1);
    }

    private static Observability plant(ObservabilityPromise promise, Observability files) {
        return switch (promise) {
            case THE_DASHBOARD_SHOWS_DOCUMENTED_METERS_ONLY ->
                withDashboard(files, "sum(dvk_consumer_lag)", "sum(dvk_consumer_lags)");
            case ALERTS_WATCH_DOCUMENTED_METERS_ONLY ->
                withAlerts(files, "dvk_relay_oldest > 60", "dvk_relay_age > 60");
            case EVERY_METER_OF_OURS_IS_ON_THE_DASHBOARD ->
                withDashboard(files, "dvk_relay_pending", "dvk_relay_oldest");
            case EVERY_ALERT_HAS_A_RUNBOOK ->
                withMetrics(files, files.metrics().replace("### GapHeld", "### GapsHeld"));
            case EVERY_ALERT_IS_TESTED ->
                withAlertTests(files, "\"alertname\":\"ServiceDown\"", "\"alertname\":\"RelayBehind\"");
            case EVERY_SERVICE_OF_OURS_IS_SCRAPED -> withPrometheus(files, "awards:8080", "prizes:8080");
            case SCRAPING_SIGNS_IN ->
                withPrometheus(files, "\"client_secret_file\":\"/tmp/metrics-secret\"", "\"client_secret\":\"x\"");
            case THE_DASHBOARD_USES_THE_PROVISIONED_SOURCE ->
                withDashboard(files, "\"uid\":\"dvk-prometheus\"", "\"uid\":\"other\"");
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            up{job="dvk"} == 0; up
            sum by (service, topic) (dvk_consumer_lag); dvk_consumer_lag
            rate(a_sum[5m]) / rate(a_count[$__rate_interval]); a_count,a_sum
            x{result="dead"} unless x{result="dead"} offset 10m; x
            """)
    void the_names_in_an_expression(String expression, String names) {
        assertThat(Observability.namesIn(expression)).containsExactly(names.split(","));
    }

    @Test
    void the_tables_are_read() {
        assertThat(Observability.read().documentedNames())
                .contains("dvk_commands_seconds_count", "dvk_live_clients", "up")
                .doesNotContain("metrics");
    }

    private static Observability withDashboard(Observability files, String old, String other) {
        return new Observability(
                files.prometheus(),
                files.alerts(),
                files.alertTests(),
                replaced(files.dashboard(), old, other),
                files.dataSources(),
                files.metrics());
    }

    private static Observability withAlerts(Observability files, String old, String other) {
        return new Observability(
                files.prometheus(),
                replaced(files.alerts(), old, other),
                files.alertTests(),
                files.dashboard(),
                files.dataSources(),
                files.metrics());
    }

    private static Observability withAlertTests(Observability files, String old, String other) {
        return new Observability(
                files.prometheus(),
                files.alerts(),
                replaced(files.alertTests(), old, other),
                files.dashboard(),
                files.dataSources(),
                files.metrics());
    }

    private static Observability withPrometheus(Observability files, String old, String other) {
        return new Observability(
                replaced(files.prometheus(), old, other),
                files.alerts(),
                files.alertTests(),
                files.dashboard(),
                files.dataSources(),
                files.metrics());
    }

    private static Observability withMetrics(Observability files, String metrics) {
        return new Observability(
                files.prometheus(),
                files.alerts(),
                files.alertTests(),
                files.dashboard(),
                files.dataSources(),
                metrics);
    }

    private static JsonNode replaced(JsonNode document, String old, String other) {
        var text = document.toString();
        assertThat(text).contains(old);
        return JsonMapper.shared().readTree(text.replace(old, other));
    }
}
