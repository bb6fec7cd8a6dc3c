package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.KimBang.revocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dvk.spec.Tokens;

/** Every address, asked by nobody, by everybody else, and by whoever may. */
class WhoMayTest {

    private static final Set<String> ROLES =
            Set.of("OFFICER", "REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER", "ADMINISTRATOR");

    /** @param role the only one that may */
    record Change(String address, String role, Map<String, Object> body) {

        String path() {
            return address.replaceAll("\\{[a-z]+}", "unknown") + "?why=GAP";
        }
    }

    static Stream<Change> changes() {
        var refusal = Map.<String, Object>of("level", "DISTRICT", "reason", "Chưa rõ", "on", "2020-11-06");
        var hold = Map.<String, Object>of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-11-06");
        var wider = new HashMap<String, Object>(hold);
        wider.put("unit", "KHONG-CO");
        var correction = Map.<String, Object>of("form", "BANG_KHEN", "reason", "Nhầm", "on", "2020-12-01");
        return Stream.of(
                new Change("/api/v1/models/{model}/recognitions", "AUTHORITY", recognition("DISTRICT", "1")),
                new Change(
                        "/api/v1/models/{model}/recognitions/{recognition}/revocation",
                        "AUTHORITY",
                        revocation("2021-01-01")),
                new Change("/api/v1/recognitions/bulk", "AUTHORITY", models(recognition("DISTRICT", "1"))),
                new Change("/api/v1/models/{model}/refusals", "AUTHORITY", refusal),
                new Change(
                        "/api/v1/models/{model}/refusals/{refusal}/correction",
                        "AUTHORITY",
                        Map.of("level", "DISTRICT", "reason", "Nhầm", "on", "2020-12-01")),
                new Change("/api/v1/models/{model}/awards", "AUTHORITY", award("1")),
                new Change("/api/v1/models/{model}/awards/{award}/revocation", "AUTHORITY", revocation("2021-01-01")),
                new Change("/api/v1/models/{model}/awards/{award}/correction", "AUTHORITY", correction),
                new Change("/api/v1/movement-awards/{award}/correction", "AUTHORITY", correction),
                new Change("/api/v1/awards/bulk", "AUTHORITY", models(award("1"))),
                new Change("/api/v1/models/{model}/holds", "AUTHORITY", hold),
                new Change(
                        "/api/v1/models/{model}/holds/{hold}/release",
                        "AUTHORITY",
                        Map.of("reason", "Xong", "on", "2020-12-01")),
                new Change("/api/v1/holds", "AUTHORITY", wider),
                new Change("/api/v1/holds/{hold}/release", "AUTHORITY", Map.of("reason", "Xong", "on", "2020-12-01")),
                new Change("/api/v1/movement-awards", "AUTHORITY", movement()),
                new Change("/api/v1/movement-awards/bulk", "AUTHORITY", movements()),
                new Change("/api/v1/movement-awards/{award}/revocation", "AUTHORITY", revocation("2021-01-01")),
                new Change(
                        "/api/v1/decisions",
                        "AUTHORITY",
                        Map.of("date", "2020-01-01", "issuer", "Ban Chỉ đạo", "unit", "KHONG-CO")),
                new Change("/api/v1/decision-drafts", "AUTHORITY", Map.of("issuer", "Ban Chỉ đạo")),
                new Change("/api/v1/decision-drafts/{id}/issue", "AUTHORITY", Map.of()),
                new Change(
                        "/api/v1/decisions/{decision}/correction",
                        "AUTHORITY",
                        Map.of("number", "2", "reason", "Nhầm", "on", "2020-12-01")),
                new Change("/api/v1/decisions/{decision}/revocation", "AUTHORITY", revocation("2021-01-01")),
                new Change("/api/v1/submissions", "OFFICER", Map.of("from", "KHONG-CO")),
                new Change("/api/v1/submissions/{id}/sending", "OFFICER", Map.of("on", "2020-01-01")),
                new Change(
                        "/api/v1/submissions/{id}/return", "AUTHORITY", Map.of("reason", "Thiếu", "on", "2020-01-01")),
                new Change(
                        "/api/v1/submissions/{id}/refusals",
                        "AUTHORITY",
                        Map.of(
                                "items",
                                List.of(Map.of("model", "unknown", "form", "GIAY_KHEN")),
                                "reason",
                                "Chưa rõ",
                                "on",
                                "2020-01-01")),
                new Change("/api/v1/replications", "OFFICER", proposal()),
                new Change("/api/v1/replications/bulk", "OFFICER", campaign()),
                new Change("/api/v1/replications/{id}/application", "OFFICER", Map.of("on", "2020-01-01")),
                new Change("/api/v1/replications/{id}/confirmation", "REVIEWER", Map.of("on", "2020-01-01")),
                new Change("/api/v1/replications/{id}/stop", "OFFICER", Map.of("reason", "Dừng", "on", "2020-01-01")),
                new Change("/api/v1/operations/waiting/{id}/retry", "ADMINISTRATOR", Map.of()),
                new Change("/api/v1/operations/waiting/retry", "ADMINISTRATOR", Map.of()),
                new Change("/api/v1/operations/waiting/discard", "ADMINISTRATOR", Map.of("reason", "Hỏng")),
                new Change("/api/v1/operations/republish", "ADMINISTRATOR", Map.of("stream", "unknown")),
                new Change("/api/v1/operations/waiting/{id}/discard", "ADMINISTRATOR", Map.of("reason", "Hỏng")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void only_one_role_may_change_anything(Change change) {
        for (var role : ROLES) {
            var answer = SERVICE.as(role).post(change.path(), change.body());
            if (role.equals(change.role())) {
                assertThat(answer.status()).as(role).isIn(200, 201, 404, 422);
            } else {
                answer.is(403, "not-allowed");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nobody_without_a_token_changes_anything(Change change) {
        SERVICE.api().post(change.path(), change.body()).is(401, "unauthenticated");
    }

    @Test
    void the_list_above_has_every_address_that_changes_something() {
        var listed = new HashSet<String>();
        changes().forEach(change -> listed.add(change.address()));
        assertThat(listed).isEqualTo(addresses(true));
    }

    @Test
    void any_role_may_read_and_nobody_without_one() {
        for (var address : addresses(false)) {
            var path = address.replaceAll("\\{[a-z]+}", "unknown") + "?under=HNA";
            assertThat(SERVICE.api().get(path).status()).as(path).isEqualTo(401);
            for (var role : ROLES) {
                if (address.startsWith("/api/v1/operations")) {
                    var may = Set.of("ADMINISTRATOR", "VIEWER").contains(role);
                    assertThat(SERVICE.as(role).get(path).status())
                            .as(role + " " + path)
                            .isEqualTo(may ? 200 : 403);
                } else {
                    assertThat(SERVICE.as(role).get(path).status())
                            .as(role + " " + path)
                            .isIn(200, 404);
                }
            }
        }
    }

    private static Set<String> addresses(boolean changing) {
        var addresses = new HashSet<String>();
        var mapping = SERVICE.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, _) -> {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.POST) == changing) {
                info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(addresses::add);
            }
        });
        return addresses;
    }

    @Test
    void a_token_must_be_ours_for_us_in_time_and_carry_a_role() {
        var ours = Tokens.claims("canbo", "VIEWER@VN");
        assertThat(status(Tokens.signed(ours))).isEqualTo(200);
        assertThat(status(Tokens.signedByAnother(ours))).isEqualTo(401);
        assertThat(status(Tokens.unsigned(ours))).isEqualTo(401);
        assertThat(status(Tokens.signedWithPublicKey(ours))).isEqualTo(401);
        assertThat(status(Tokens.signed(changed(ours, "aud", "another")))).isEqualTo(401);
        assertThat(status(Tokens.signed(changed(ours, "iss", "http://127.0.0.1:1"))))
                .isEqualTo(401);
        assertThat(status(Tokens.signed(changed(ours, "exp", Instant.now().getEpochSecond() - 3600))))
                .isEqualTo(401);
        assertThat(status(Tokens.signed(changed(ours, "assignments", List.of()))))
                .isEqualTo(403);
        assertThat(status("not a token")).isEqualTo(401);
    }

    @Test
    void health_and_documentation_need_no_token() {
        for (var path : new String[] {"/actuator/health/readiness", "/v3/api-docs"}) {
            assertThat(SERVICE.api().get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(SERVICE.api().get("/v3/api-docs").text("openapi")).startsWith("3.1");
        SERVICE.api().get("/actuator/prometheus").is(401);
    }

    private static int status(String token) {
        return SERVICE.api().token(token).get("/api/v1/models").status();
    }

    private static Map<String, Object> changed(Map<String, Object> claims, String name, Object value) {
        var other = new HashMap<>(claims);
        other.put(name, value);
        return other;
    }

    private static Map<String, Object> models(Map<String, Object> body) {
        var many = new HashMap<>(body);
        many.put("models", List.of("unknown"));
        return many;
    }

    private static Map<String, Object> movement() {
        var body = new HashMap<>(award("1"));
        body.put("programme", "KHONG-CO");
        body.put("subject", "COLLECTIVE");
        body.put("recipient", Map.of("name", "Chi bộ 1", "unit", "HNA-KB-13"));
        return body;
    }

    private static Map<String, Object> movements() {
        var body = new HashMap<>(award("1"));
        body.put("programme", "KHONG-CO");
        var row = Map.of(
                "key", "k", "subject", "COLLECTIVE", "recipient", Map.of("name", "Chi bộ 1", "unit", "HNA-KB-13"));
        body.put("rows", new ArrayList<>(List.of(row)));
        return body;
    }

    private static Map<String, Object> campaign() {
        var body = new HashMap<>(proposal());
        body.put("targets", List.of(Map.of("unit", "HNA-KB-13")));
        body.remove("target");
        return body;
    }

    private static Map<String, Object> proposal() {
        return Map.of("model", "unknown", "target", Map.of("unit", "HNA-KB-13"), "ownModel", false, "on", "2020-01-01");
    }
}
