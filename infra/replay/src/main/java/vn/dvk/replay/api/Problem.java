package vn.dvk.replay.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the platform says when it refuses (RFC 9457), for a request or for one row of it.
 *
 * @param code  stable word for programs; empty when there was none
 * @param codes that, and those of its fields
 */
public record Problem(int status, String code, String detail, List<String> fields, Set<String> codes) {

    /**
     * Refusals that time heals: what was just done in one service has not reached this one. A case is checked before it is
     * sent, so a unit or a programme that a service does not know is on its way to it. Not so a term: a service that has
     * not heard of all of them says 503, and a case's own are everywhere before one is used; an unknown one is mistyped.
     */
    private static final Set<String> NOT_YET =
            Set.of("not-known-yet", "programme-not-known-yet", "not-evaluated", "programme-unknown", "unit-unknown");

    static Problem of(int status, JsonNode body) {
        var fields = new ArrayList<String>();
        var codes = new HashSet<String>();
        codes.add(body.path("code").asString(""));
        for (var error : body.path("errors")) {
            codes.add(error.path("code").asString(""));
            fields.add(error.path("field").asString("") + ": "
                    + error.path("detail").asString(""));
        }
        var detail = body.path("detail").asString(body.path("title").asString(""));
        return new Problem(
                body.path("status").asInt(status),
                body.path("code").asString(""),
                detail,
                List.copyOf(fields),
                Set.copyOf(codes));
    }

    boolean notYet() {
        return status == 404 || NOT_YET.contains(code);
    }

    String shown() {
        var errors = fields.stream().map(field -> " [" + field + "]").collect(Collectors.joining());
        return "%d %s: %s%s".formatted(status, code, detail, errors);
    }
}
