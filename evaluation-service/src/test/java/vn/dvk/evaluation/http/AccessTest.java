package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.ApiClient;

/** Who may do what: every endpoint with every role, and without one. */
class AccessTest {

    private static final List<String> ROLES =
            List.of("OFFICER", "REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER", "ADMINISTRATOR");

    /** The one role per changing endpoint; reading is for every role. */
    private static final Map<String, String> CHANGING = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /api/v1/evaluations/{model}/steps/{code}/completion", "OFFICER"),
            Map.entry("POST /api/v1/evaluations/bulk-completion", "OFFICER"),
            Map.entry("POST /api/v1/evaluations/{model}/steps/{code}/evidence", "OFFICER"),
            Map.entry("POST /api/v1/evaluations/{model}/steps/{code}/return", "REVIEWER"),
            Map.entry("POST /api/v1/evaluations/{model}/progress-reports", "OFFICER"),
            Map.entry("POST /api/v1/evaluations/{model}/inspections", "REVIEWER"),
            Map.entry("POST /api/v1/evaluations/{model}/reviews", "REVIEWER"),
            Map.entry("POST /api/v1/evaluations/{model}/scores/{by:self|unit}", "OFFICER"),
            Map.entry("POST /api/v1/evaluations/{model}/scores/{by:superior|council}", "COUNCIL"),
            Map.entry("POST /api/v1/evaluations/bulk-scores/{by:self|unit}", "OFFICER"),
            Map.entry("POST /api/v1/evaluations/bulk-scores/{by:superior|council}", "COUNCIL"),
            Map.entry("POST /api/v1/evaluations/{model}/conclusion", "COUNCIL"),
            Map.entry("POST /api/v1/evaluations/{model}/conclusion/void", "REVIEWER"),
            Map.entry("POST /api/v1/evaluations/bulk-conclusion", "COUNCIL"),
            Map.entry("PUT /api/v1/programmes/{programme}/rubrics/{subject}/{version}", "ADMINISTRATOR")));

    private static final List<String> READING = List.of(
            "GET /api/v1/evaluations",
            "GET /api/v1/evaluations/{model}",
            "GET /api/v1/evaluations/{model}/history",
            "GET /api/v1/evaluations/{model}/progress-reports",
            "GET /api/v1/evaluations/{model}/inspections",
            "GET /api/v1/evaluations/{model}/expected-reports",
            "GET /api/v1/evaluations/{model}/reviews",
            "GET /api/v1/overdue",
            "GET /api/v1/programmes/{programme}/overdue-reports",
            "GET /api/v1/programmes/{programme}/rubrics");

    /** Bodies without a fault, so that the role alone decides. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("completion", Bodies.COMPLETION),
            Map.entry("bulk-completion", "{\"step\":\"CARRY_OUT\",\"on\":\"2024-03-29\",\"models\":[\"x\"]}"),
            Map.entry("return", Bodies.RETURN),
            Map.entry("progress-reports", Bodies.REPORT),
            Map.entry("inspections", Bodies.INSPECTION),
            Map.entry("scores", Bodies.SCORE),
            Map.entry("bulk-scores", "{\"on\":\"2024-06-10\",\"rows\":[{}]}"),
            Map.entry("conclusion", Bodies.CONCLUSION),
            Map.entry("void", Bodies.RETURN),
            Map.entry("reviews", Bodies.REVIEW),
            Map.entry("evidence", Bodies.EVIDENCE),
            Map.entry("bulk-conclusion", "{\"on\":\"2024-06-14\",\"models\":[\"x\"]}"),
            Map.entry("rubrics", Bodies.RUBRIC));

    @Test
    void the_tables_here_name_every_endpoint_of_the_service() {
        var found = new TreeSet<String>();
        SERVICE.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("vn.dvk.evaluation")) {
                        mapping.getPatternValues()
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(verb -> found.add(verb + " " + path)));
                    }
                });
        var known = new TreeSet<>(CHANGING.keySet());
        known.addAll(READING);
        assertThat(found).isEqualTo(known);
    }

    @TestFactory
    List<DynamicTest> only_its_role_may_change_something() {
        return CHANGING.entrySet().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.getKey(), () -> {
                    for (var role : ROLES) {
                        var status = call(endpoint.getKey(), role);
                        if (role.equals(endpoint.getValue())) {
                            assertThat(status).as(role).isIn(200, 404);
                        } else {
                            assertThat(status).as(role).isEqualTo(403);
                        }
                    }
                    assertThat(call(endpoint.getKey(), "STRANGER")).isEqualTo(403);
                    assertThat(withoutToken(endpoint.getKey())).isEqualTo(401);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> every_role_may_read_and_nobody_else() {
        return READING.stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint, () -> {
                    for (var role : ROLES) {
                        assertThat(call(endpoint, role)).as(role).isIn(200, 404);
                    }
                    assertThat(call(endpoint, "STRANGER")).isEqualTo(403);
                    assertThat(withoutToken(endpoint)).isEqualTo(401);
                }))
                .toList();
    }

    @Test
    void health_and_documentation_need_no_token() {
        assertThat(withoutToken("GET /actuator/health/readiness")).isEqualTo(200);
        assertThat(withoutToken("GET /v3/api-docs")).isEqualTo(200);
        assertThat(withoutToken("GET /actuator/prometheus")).isEqualTo(401);
        assertThat(withoutToken("GET /api/v1/operations/lag")).isEqualTo(401);
        assertThat(call("GET /api/v1/operations/lag", "OFFICER")).isEqualTo(403);
        assertThat(call("GET /api/v1/operations/lag", "VIEWER")).isEqualTo(200);
    }

    private static int call(String endpoint, String role) {
        return call(SERVICE.as(role), endpoint, body(endpoint));
    }

    private static int withoutToken(String endpoint) {
        return call(SERVICE.api(), endpoint, "{}");
    }

    private static int call(ApiClient caller, String endpoint, String body) {
        return caller.key("access")
                .exchange(HttpMethod.valueOf(verb(endpoint)), path(endpoint), body)
                .status();
    }

    private static String body(String endpoint) {
        return List.of(endpoint.split("/")).reversed().stream()
                .filter(BODIES::containsKey)
                .findFirst()
                .map(BODIES::get)
                .orElse("");
    }

    private static String verb(String endpoint) {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    private static String path(String endpoint) {
        return endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{model}", "00000000-0000-0000-0000-000000000000")
                .replace("{code}", "CARRY_OUT")
                .replace("{by:self|unit}", "unit")
                .replace("{by:superior|council}", "council")
                .replace("{programme}", "NOPE")
                .replace("{subject}", "COLLECTIVE")
                .replace("{version}", "v1");
    }
}
