package vn.dvk.docker;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The files about observability, read together because they must agree with each other. */
record Observability(
        JsonNode prometheus,
        JsonNode alerts,
        JsonNode alertTests,
        JsonNode dashboard,
        JsonNode dataSources,
        String metrics) {

    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z_]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\S+)$");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|on|without|ignoring)\\s*\\([^)]*\\)|\\b(offset)\\s+\\w+");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_:][a-z0-9_:]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    static Observability read() {
        var folder = "infra/observability/";
        return new Observability(
                Repository.yaml(folder + "prometheus.yml"),
                Repository.yaml(folder + "alerts.yml"),
                Repository.yaml(folder + "alerts-test.yml"),
                Repository.json(folder + "grafana/dashboards/platform.json"),
                Repository.yaml(folder + "grafana/provisioning/datasources/prometheus.yml"),
                Repository.text(folder + "metrics.md"));
    }

    /** The names in the tables' second column. */
    Set<String> documentedNames() {
        var names = new TreeSet<String>();
        for (var line : metrics.lines().filter(line -> line.startsWith("|")).toList()) {
            var cells = line.split("\\|");
            DOCUMENTED.matcher(cells.length > 2 ? cells[2] : "").results().forEach(found -> names.add(found.group(1)));
        }
        return names;
    }

    List<String> runbooks() {
        return HEADING.matcher(metrics).results().map(found -> found.group(1)).toList();
    }

    Stream<JsonNode> alertRules() {
        return alerts.path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    Stream<String> dashboardQueries() {
        return dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString());
    }

    /** The meters a PromQL expression reads: what is left of it without labels, ranges, functions and keywords. */
    static Set<String> namesIn(String expression) {
        var names = new TreeSet<String>();
        NAME.matcher(NOT_A_NAME.matcher(expression).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
        return names;
    }
}
