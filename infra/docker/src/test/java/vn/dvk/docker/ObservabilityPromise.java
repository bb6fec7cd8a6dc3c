package vn.dvk.docker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the files about observability promise each other. */
enum ObservabilityPromise {
    THE_DASHBOARD_SHOWS_DOCUMENTED_METERS_ONLY(files -> undocumented(files, files.dashboardQueries())),
    ALERTS_WATCH_DOCUMENTED_METERS_ONLY(files ->
            undocumented(files, files.alertRules().map(rule -> rule.path("expr").asString()))),
    EVERY_METER_OF_OURS_IS_ON_THE_DASHBOARD(ObservabilityPromise::unseenMeters),
    EVERY_ALERT_HAS_A_RUNBOOK(ObservabilityPromise::alertsWithoutRunbook),
    EVERY_ALERT_IS_TESTED(ObservabilityPromise::untestedAlerts),
    EVERY_SERVICE_OF_OURS_IS_SCRAPED(ObservabilityPromise::unscrapedServices),
    SCRAPING_SIGNS_IN(ObservabilityPromise::anonymousScrapes),
    THE_DASHBOARD_USES_THE_PROVISIONED_SOURCE(ObservabilityPromise::otherSources);

    private final Function<Observability, Stream<String>> check;

    ObservabilityPromise(Function<Observability, Stream<String>> check) {
        this.check = check;
    }

    List<String> brokenBy(Observability files) {
        return check.apply(files).toList();
    }

    private static Stream<String> undocumented(Observability files, Stream<String> expressions) {
        var documented = files.documentedNames();
        return expressions
                .flatMap(expression -> Observability.namesIn(expression).stream())
                .distinct()
                .filter(name -> !documented.contains(name))
                .map(name -> name + " is not in metrics.md");
    }

    private static Stream<String> unseenMeters(Observability files) {
        Set<String> seen = new HashSet<>();
        files.dashboardQueries().map(Observability::namesIn).forEach(seen::addAll);
        return files.documentedNames().stream()
                .filter(name -> name.startsWith("dvk_") && !seen.contains(name))
                .map(name -> name + " is on no panel");
    }

    private static Stream<String> alertsWithoutRunbook(Observability files) {
        var runbooks = files.runbooks();
        return files.alertRules()
                .filter(rule -> {
                    var name = rule.path("alert").asString();
                    var link = rule.at("/annotations/runbook").asString("");
                    return !runbooks.contains(name)
                            || !link.equals(
                                    "infra/observability/metrics.md#" + name.toLowerCase(java.util.Locale.ROOT));
                })
                .map(rule -> rule.path("alert").asString() + " has no runbook");
    }

    private static Stream<String> untestedAlerts(Observability files) {
        var firing = files.alertTests()
                .path("tests")
                .valueStream()
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .filter(test -> !test.path("exp_alerts").isEmpty())
                .map(test -> test.path("alertname").asString())
                .toList();
        return files.alertRules()
                .map(rule -> rule.path("alert").asString())
                .filter(name -> !firing.contains(name))
                .map(name -> name + " is never seen to fire");
    }

    private static Stream<String> unscrapedServices(Observability files) {
        var targets = files.prometheus()
                .path("scrape_configs")
                .valueStream()
                .flatMap(scrape -> scrape.path("static_configs").valueStream())
                .flatMap(group -> Repository.strings(group.path("targets")).stream())
                .toList();
        return ComposePromise.OUR_SERVICES.keySet().stream()
                .filter(name -> !targets.contains(name + ":8080"))
                .map(name -> name + " is not scraped");
    }

    private static Stream<String> anonymousScrapes(Observability files) {
        return files.prometheus()
                .path("scrape_configs")
                .valueStream()
                .filter(scrape -> scrape.path("job_name").asString().equals("dvk"))
                .filter(scrape -> !scrape.at("/oauth2/client_id").asString("").equals("metrics")
                        || scrape.path("oauth2").has("client_secret")
                        || !Repository.strings(scrape.at("/oauth2/scopes")).contains("metrics"))
                .map(scrape -> "the services are scraped with " + scrape.path("oauth2"));
    }

    private static Stream<String> otherSources(Observability files) {
        var provisioned = files.dataSources()
                .path("datasources")
                .valueStream()
                .map(source -> source.path("uid").asString())
                .toList();
        return files.dashboard()
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.findValues("datasource").stream())
                .map(source -> source.path("uid").asString())
                .distinct()
                .filter(uid -> !provisioned.contains(uid))
                .map(uid -> uid + " is not provisioned");
    }
}
