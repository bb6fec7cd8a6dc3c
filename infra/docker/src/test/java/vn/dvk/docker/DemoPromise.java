package vn.dvk.docker;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo's people at Keycloak promise: the same as those of the local issuer, added to a realm that has none. */
enum DemoPromise {
    THE_PEOPLE_ARE_THOSE_OF_THE_LOCAL_ISSUER(DemoPromise::otherPeople),
    THEIR_PASSWORD_IS_NOT_IN_THE_FILE(DemoPromise::passwords),
    WHO_IS_THERE_IS_LEFT_ALONE(DemoPromise::overwriting),
    THEIR_TOKENS_SAY_WHAT_OTHERS_SAY(DemoPromise::otherScopes);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Function<JsonNode, Stream<String>> check;

    DemoPromise(Function<JsonNode, Stream<String>> check) {
        this.check = check;
    }

    List<String> brokenBy(JsonNode demo) {
        return check.apply(demo).toList();
    }

    private static Stream<String> otherPeople(JsonNode demo) {
        var local = new TreeSet<String>();
        for (var person : Repository.json("infra/identity/src/main/resources/people.json")) {
            local.add(asText(
                    person.path("id"),
                    person.path("name"),
                    person.path("assignments").valueStream()));
        }
        var here = new TreeSet<String>();
        for (var user : demo.path("users")) {
            var attributes = user.path("attributes");
            var assignments = attributes.path("assignments").valueStream().map(text -> JSON.readTree(text.asString()));
            here.add(asText(user.path("username"), attributes.path("name").path(0), assignments));
        }
        var missing =
                local.stream().filter(person -> !here.contains(person)).map(person -> "not in the demo: " + person);
        var surplus =
                here.stream().filter(person -> !local.contains(person)).map(person -> "only in the demo: " + person);
        return Stream.concat(missing, surplus);
    }

    private static String asText(JsonNode id, JsonNode name, Stream<JsonNode> assignments) {
        var roles = assignments
                .map(assignment -> assignment.path("role").asString() + "@"
                        + assignment.path("unit").asString())
                .sorted()
                .toList();
        return id.asString() + " " + name.asString() + " " + roles;
    }

    private static Stream<String> passwords(JsonNode demo) {
        return demo.path("users")
                .valueStream()
                .flatMap(user -> user.path("credentials").findValues("value").stream())
                .map(JsonNode::asString)
                .filter(value -> !value.equals("${DVK_DEMO_SECRET}"))
                .map(value -> "in clear: " + value);
    }

    private static Stream<String> overwriting(JsonNode demo) {
        var policy = demo.path("ifResourceExists").asString("");
        return policy.equals("SKIP") ? Stream.empty() : Stream.of("who is there: " + policy);
    }

    /** The gateway's clients say who somebody is; so must these. */
    private static Stream<String> otherScopes(JsonNode demo) {
        var gateway = Repository.json("infra/docker/keycloak/dvk-realm.json")
                .path("clients")
                .path(0);
        return demo.path("clients")
                .valueStream()
                .filter(client -> !client.path("defaultClientScopes").equals(gateway.path("defaultClientScopes")))
                .map(client -> client.path("clientId") + " has " + client.path("defaultClientScopes"));
    }
}
