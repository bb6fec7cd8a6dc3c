package vn.dvk.service.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who asks, as the token says.
 *
 * @param id          the token's subject
 * @param assignments roles at units; a role holds for the unit's whole subtree
 */
public record Person(String id, String name, List<Assignment> assignments) {

    public record Assignment(String role, String unit) {}

    public Person {
        assignments = List.copyOf(assignments);
    }

    public static Person of(Jwt token) {
        var assignments = new ArrayList<Assignment>();
        if (token.getClaim("assignments") instanceof List<?> claimed) {
            for (var one : claimed) {
                if (one instanceof Map<?, ?> map
                        && map.get("role") instanceof String role
                        && map.get("unit") instanceof String unit) {
                    assignments.add(new Assignment(role, unit));
                }
            }
        }
        var subject = token.getSubject();
        var id = subject == null ? "unknown" : subject;
        var name = token.getClaimAsString("name");
        return new Person(id, name == null ? id : name, assignments);
    }

    /** The unit recorded with what the person does: that of the only assignment, or none if there are several units. */
    @Nullable
    String unit() {
        var units = assignments.stream().map(Assignment::unit).distinct().toList();
        return units.size() == 1 ? units.getFirst() : null;
    }
}
