package vn.dvk.identity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody who can sign in.
 *
 * @param id   subject of the tokens, and the name to sign in with; at most 36 characters, because Keycloak's user ids are
 * @param name as it is shown to people
 */
record Person(String id, String name, List<Assignment> assignments) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,35}");

    Person {
        Rule.require(id != null && ID.matcher(id).matches(), "'%s' is not the id of a person", id);
        Rule.require(name != null && !name.isBlank(), "%s has no name", id);
        Rule.require(assignments != null && !assignments.isEmpty(), "%s has no role at any unit", id);
        assignments = List.copyOf(assignments);
    }
}
