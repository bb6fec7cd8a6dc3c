package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.ApiClient;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.Tokens;

/** Who may do what, for every endpoint there is: one that is added and not named here fails these tests. */
class AccessTest {

    private static final List<String> ROLES =
            List.of("OFFICER", "REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER", "ADMINISTRATOR");

    /** What only some may do; everything else is reading, and every role may. */
    private static final Map<String, Set<String>> MAY = Map.ofEntries(
            Map.entry("PUT /api/v1/units/{code}", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/units/bulk", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/successions", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/successions/{id}/annulment", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/papers", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/papers/{id}/annulment", Set.of("ADMINISTRATOR")),
            Map.entry("PUT /api/v1/terms/{vocabulary}/{code}", Set.of("ADMINISTRATOR")),
            Map.entry("PUT /api/v1/programmes/{code}", Set.of("ADMINISTRATOR")),
            Map.entry("PUT /api/v1/programmes/{code}/intake", Set.of("ADMINISTRATOR")),
            Map.entry("PUT /api/v1/programmes/{code}/targets", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/programmes/{code}/closing", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/programmes/{code}/reopening", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/registrations", Set.of("OFFICER")),
            Map.entry("PUT /api/v1/registrations/{id}", Set.of("OFFICER")),
            Map.entry("POST /api/v1/registrations/bulk", Set.of("OFFICER")),
            Map.entry("POST /api/v1/registrations/{id}/submission", Set.of("OFFICER")),
            Map.entry("POST /api/v1/registrations/{id}/withdrawal", Set.of("OFFICER")),
            Map.entry("POST /api/v1/registrations/{id}/correction", Set.of("OFFICER", "REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/change", Set.of("OFFICER", "REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/transfer", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/forwarding", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/forwarding/void", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/void", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/proposal/approval", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/proposal/rejection", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/non-approval", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/selection", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/acceptance", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/{id}/return", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/bulk-selection", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/registrations/bulk-acceptance", Set.of("REVIEWER")),
            Map.entry("POST /api/v1/subjects", Set.of("OFFICER", "REVIEWER")),
            Map.entry("PUT /api/v1/subjects/{id}", Set.of("OFFICER", "REVIEWER")),
            Map.entry("POST /api/v1/subjects/{id}/erasure", Set.of("REVIEWER", "ADMINISTRATOR")),
            Map.entry("GET /api/v1/operations/lag", Set.of("ADMINISTRATOR", "VIEWER")),
            Map.entry("GET /api/v1/operations/waiting", Set.of("ADMINISTRATOR", "VIEWER")),
            Map.entry("GET /api/v1/operations/relay", Set.of("ADMINISTRATOR", "VIEWER")),
            Map.entry("POST /api/v1/operations/republish", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/operations/waiting/retry", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/operations/waiting/discard", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/operations/waiting/{id}/retry", Set.of("ADMINISTRATOR")),
            Map.entry("POST /api/v1/operations/waiting/{id}/discard", Set.of("ADMINISTRATOR")));

    /** Valid requests, because a malformed one may be refused for that before anybody asks who sent it. */
    private static final Map<String, Object> BODIES = Map.ofEntries(
            Map.entry("PUT /api/v1/units/{code}", Bodies.unit("Xã")),
            Map.entry("POST /api/v1/units/bulk", Bodies.units(Bodies.unit("Xã").put("code", "ACCESS"))),
            Map.entry("POST /api/v1/successions", Bodies.succession("DISSOLVED", "NOBODY")),
            Map.entry("POST /api/v1/papers", Bodies.paper("2025-07-01", Bodies.act("DISSOLVED", "NOBODY"))),
            Map.entry(
                    "POST /api/v1/papers/{id}/annulment", Bodies.because("2025-09-01", "Nghị quyết đã được thay thế")),
            Map.entry(
                    "POST /api/v1/successions/{id}/annulment",
                    Bodies.because("2025-09-01", "Nghị quyết đã được thay thế")),
            Map.entry("PUT /api/v1/terms/{vocabulary}/{code}", Bodies.json("{\"name\":{\"vi\":\"cấp xã\"}}")),
            Map.entry("PUT /api/v1/programmes/{code}", Bodies.programme()),
            Map.entry("PUT /api/v1/programmes/{code}/intake", Bodies.intake("2024-01-01", "2024-03-31")),
            Map.entry("PUT /api/v1/programmes/{code}/targets", Bodies.targets("COMMUNE", "NA")),
            Map.entry("POST /api/v1/programmes/{code}/closing", Bodies.on("2024-12-31")),
            Map.entry("POST /api/v1/programmes/{code}/reopening", Bodies.because("2024-12-31", "Còn thiếu đơn vị")),
            Map.entry("POST /api/v1/registrations", Bodies.form("ACCESS", "ACCESS")),
            Map.entry("PUT /api/v1/registrations/{id}", Bodies.form("ACCESS", "ACCESS")),
            Map.entry("POST /api/v1/registrations/bulk", Bodies.rows("ACCESS", List.of(Bodies.row("ACCESS", "one")))),
            Map.entry("POST /api/v1/registrations/{id}/submission", Bodies.on("2024-01-26")),
            Map.entry("POST /api/v1/registrations/{id}/withdrawal", Bodies.because("2024-01-26", "Đăng ký nhầm")),
            Map.entry("POST /api/v1/registrations/{id}/correction", Bodies.because("2024-01-26", "Đổi tên")),
            Map.entry("POST /api/v1/registrations/{id}/forwarding", Bodies.forwarding("2024-06-01", "ACCESS")),
            Map.entry(
                    "POST /api/v1/registrations/{id}/forwarding/void",
                    Map.of("on", "2024-06-02", "programme", "ACCESS", "reason", "Nhầm")),
            Map.entry("POST /api/v1/registrations/{id}/change", Bodies.because("2024-01-26", "Đổi tên")),
            Map.entry(
                    "POST /api/v1/registrations/{id}/transfer",
                    Bodies.on("2024-01-26").put("unit", "ACCESS")),
            Map.entry("POST /api/v1/registrations/{id}/void", Bodies.because("2024-01-26", "Nhập trùng")),
            Map.entry("POST /api/v1/registrations/{id}/proposal/approval", Bodies.on("2024-01-26")),
            Map.entry(
                    "POST /api/v1/registrations/{id}/proposal/rejection",
                    Bodies.because("2024-01-26", "Tên cũ là đúng")),
            Map.entry("POST /api/v1/registrations/{id}/non-approval", Bodies.because("2024-01-26", "Còn chung chung")),
            Map.entry("POST /api/v1/registrations/{id}/selection", Bodies.selection("2024-01-26")),
            Map.entry("POST /api/v1/registrations/{id}/acceptance", Bodies.acceptance("2024-01-26")),
            Map.entry("POST /api/v1/registrations/{id}/return", Bodies.because("2024-01-26", "Còn chung chung")),
            Map.entry(
                    "POST /api/v1/registrations/bulk-selection",
                    Bodies.ids(Bodies.selection("2024-01-26"), List.of("nobody"))),
            Map.entry(
                    "POST /api/v1/registrations/bulk-acceptance",
                    Bodies.ids(Bodies.acceptance("2024-01-26"), List.of("nobody"))),
            Map.entry("POST /api/v1/subjects", Bodies.subject("INDIVIDUAL", "Lô Thị Mai")),
            Map.entry("PUT /api/v1/subjects/{id}", Bodies.subject("INDIVIDUAL", "Lô Thị Mai")),
            Map.entry("POST /api/v1/subjects/{id}/erasure", "{}"),
            Map.entry("POST /api/v1/operations/republish", Bodies.json("{\"stream\":\"nobody\"}")),
            Map.entry("POST /api/v1/operations/waiting/retry", "{}"),
            Map.entry("POST /api/v1/operations/waiting/discard", Bodies.json("{\"reason\":\"Không cần nữa\"}")),
            Map.entry("POST /api/v1/operations/waiting/{id}/retry", "{}"),
            Map.entry("POST /api/v1/operations/waiting/{id}/discard", Bodies.json("{\"reason\":\"Không cần nữa\"}")));

    @Test
    void whatever_changes_something_is_named_here() {
        var changing =
                endpoints().stream().filter(one -> !one.startsWith("GET ")).collect(Collectors.toSet());

        assertEquals(new TreeSet<>(changing), new TreeSet<>(BODIES.keySet()));
        assertTrue(MAY.keySet().containsAll(changing));
        assertTrue(endpoints().containsAll(MAY.keySet()));
    }

    @Test
    void nothing_without_a_token() {
        for (var endpoint : endpoints()) {
            var answer = send(SERVICE.api(), endpoint).is(401, "unauthenticated");
            assertEquals("Bearer", answer.header("WWW-Authenticate"), endpoint);
        }
    }

    @Test
    void nothing_with_a_token_that_is_not_ours() {
        var claims = Tokens.claims("canbo", "ADMINISTRATOR@VN");
        var otherAudience = Tokens.claims("canbo", "ADMINISTRATOR@VN");
        otherAudience.put("aud", "another");
        var expired = Tokens.claims("canbo", "ADMINISTRATOR@VN");
        expired.put("exp", 1);
        for (var token : List.of(
                "nonsense",
                Tokens.signedByAnother(claims),
                Tokens.unsigned(claims),
                Tokens.signedWithPublicKey(claims),
                Tokens.signed(otherAudience),
                Tokens.signed(expired))) {
            SERVICE.api().token(token).get("/api/v1/units").is(401, "unauthenticated");
        }
    }

    @Test
    void nothing_with_a_token_that_gives_no_role() {
        for (var endpoint : endpoints()) {
            send(SERVICE.api().token(Tokens.of("khach")), endpoint).is(403, "not-allowed");
        }
    }

    @Test
    void each_role_may_do_what_is_its_own_and_nothing_else() {
        for (var endpoint : endpoints()) {
            for (var role : ROLES) {
                var may = MAY.getOrDefault(endpoint, Set.copyOf(ROLES)).contains(role);
                var answer = send(as(role), endpoint);

                assertEquals(!may, answer.status() == 403, role + " " + endpoint + ": " + answer.status());
                assertFalse(answer.status() == 401 || answer.status() >= 500, role + " " + endpoint + answer.text());
                if (!may) {
                    answer.is(403, "not-allowed");
                }
            }
        }
    }

    @Test
    void the_documentation_is_open_and_knows_every_endpoint() {
        var documented = SERVICE.api().get("/v3/api-docs").is(200).json().path("paths");
        for (var endpoint : endpoints()) {
            var parts = endpoint.split(" ", 2);
            assertTrue(
                    documented.path(parts[1]).has(parts[0].toLowerCase(java.util.Locale.ROOT)),
                    endpoint + " is not documented");
        }
        SERVICE.api().get("/actuator/health/readiness").is(200);
    }

    private static ApiResponse send(ApiClient caller, String endpoint) {
        var parts = endpoint.split(" ", 2);
        var path = parts[1].replace("{code}", "ACCESS-1")
                .replace("{vocabulary}", "level")
                .replace("{id}", "nobody");
        var query = path.endsWith("/waiting/retry") ? "?why=PARKED" : "";
        return caller.key(Bodies.newKey()).exchange(HttpMethod.valueOf(parts[0]), path + query, BODIES.get(endpoint));
    }

    /** {@code POST /api/v1/units/bulk}, from the controllers themselves. */
    private static Set<String> endpoints() {
        var endpoints = new TreeSet<String>();
        SERVICE.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> endpoints.add(method + " " + pattern))));
        assertTrue(endpoints.size() > 20, "the endpoints were not found: " + endpoints);
        return endpoints;
    }
}
