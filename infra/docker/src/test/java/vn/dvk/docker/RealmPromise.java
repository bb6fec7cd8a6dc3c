package vn.dvk.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What Keycloak's realm promises: the same claims as the local issuer's, and nobody who could sign in. */
enum RealmPromise {
    NOBODY_IS_IN_IT(RealmPromise::people),
    THE_ISSUER_IS_THE_ONE_THE_SERVICES_EXPECT(RealmPromise::otherIssuer),
    EVERY_TOKEN_IS_FOR_OUR_SERVICES(realm -> without(realm, "oidc-audience-mapper", "included.custom.audience", "dvk")),
    THE_SUBJECT_IS_THE_PERSON_ID(RealmPromise::otherSubject),
    ASSIGNMENTS_ARE_A_LIST_OF_OBJECTS(RealmPromise::otherAssignments),
    ACCESS_TOKENS_LIVE_15_MINUTES_TO_1_HOUR(RealmPromise::otherLifetime),
    METRICS_IS_A_MACHINE_WITH_ITS_SCOPE(RealmPromise::otherMetricsClient),
    THE_GATEWAY_MUST_PROVE_ITS_CODE(RealmPromise::gatewayWithoutProof),
    NO_SECRET_IS_IN_THE_FILE(RealmPromise::secretsInClear),
    EVERY_PLACEHOLDER_IS_FILLED_BY_COMPOSE(RealmPromise::emptyPlaceholders);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    private final Function<JsonNode, Stream<String>> check;

    RealmPromise(Function<JsonNode, Stream<String>> check) {
        this.check = check;
    }

    List<String> brokenBy(JsonNode realm) {
        return check.apply(realm).toList();
    }

    /** People, and ways to sign in with a password from a shell: those are the demo's. */
    private static Stream<String> people(JsonNode realm) {
        return Stream.concat(
                realm.path("users").valueStream().map(user -> "a person: " + user.path("username")),
                realm.path("clients")
                        .valueStream()
                        .filter(client ->
                                client.path("directAccessGrantsEnabled").asBoolean(true))
                        .map(client -> "takes passwords: " + client.path("clientId")));
    }

    private static Stream<String> otherIssuer(JsonNode realm) {
        var compose = Repository.yaml("docker-compose.yml");
        var expected = compose.at("/services/keycloak/environment/KC_HOSTNAME").asString() + "/realms/"
                + realm.path("realm").asString();
        return ComposePromise.OUR_SERVICES.keySet().stream()
                .map(name -> compose.path("services")
                        .path(name)
                        .at("/environment/DVK_ISSUER")
                        .asString())
                .filter(issuer -> !issuer.equals(expected))
                .map(issuer -> "tokens say " + expected + ", a service expects " + issuer);
    }

    private static Stream<String> otherSubject(JsonNode realm) {
        return claims(realm, "sub")
                        .anyMatch(config ->
                                config.path("user.attribute").asString("").equals("username")
                                        && isOn(config, "access.token.claim"))
                ? Stream.empty()
                : Stream.of("sub is not the user name");
    }

    private static Stream<String> otherAssignments(JsonNode realm) {
        return claims(realm, "assignments")
                        .anyMatch(config ->
                                config.path("jsonType.label").asString("").equals("JSON")
                                        && isOn(config, "multivalued")
                                        && isOn(config, "access.token.claim"))
                ? Stream.empty()
                : Stream.of("assignments are not a list of objects");
    }

    private static Stream<String> otherLifetime(JsonNode realm) {
        var seconds = realm.path("accessTokenLifespan").asInt(0);
        return seconds >= 15 * 60 && seconds <= 60 * 60 ? Stream.empty() : Stream.of(seconds + " seconds");
    }

    private static Stream<String> otherMetricsClient(JsonNode realm) {
        return client(realm, "metrics")
                        .filter(client -> client.path("serviceAccountsEnabled").asBoolean(false))
                        .anyMatch(client -> Repository.strings(client.path("defaultClientScopes"))
                                .contains("metrics"))
                ? Stream.empty()
                : Stream.of("metrics cannot get its scope");
    }

    private static Stream<String> gatewayWithoutProof(JsonNode realm) {
        return client(realm, "dvk-gateway")
                        .anyMatch(client -> client.path("attributes")
                                .path("pkce.code.challenge.method")
                                .asString("")
                                .equals("S256"))
                ? Stream.empty()
                : Stream.of("the gateway's codes need no proof");
    }

    private static Stream<String> secretsInClear(JsonNode realm) {
        var secrets = new ArrayList<JsonNode>();
        realm.path("clients").forEach(client -> secrets.addAll(client.findValues("secret")));
        realm.path("users")
                .forEach(user -> secrets.addAll(user.path("credentials").findValues("value")));
        return secrets.stream()
                .map(JsonNode::asString)
                .filter(secret -> !PLACEHOLDER.matcher(secret).matches())
                .map(secret -> "in clear: " + secret);
    }

    private static Stream<String> emptyPlaceholders(JsonNode realm) {
        var given = Repository.yaml("docker-compose.yml").at("/services/keycloak/environment");
        return Repository.texts(realm)
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(placeholder -> placeholder.group(1))
                .distinct()
                .filter(name -> !given.has(name))
                .map(name -> "compose gives keycloak no " + name);
    }

    /** Which of our clients has no default scope with such a mapper. */
    private static Stream<String> without(JsonNode realm, String mapper, String setting, String value) {
        var scopes = realm.path("clientScopes")
                .valueStream()
                .filter(scope -> scope.path("protocolMappers")
                        .valueStream()
                        .filter(one -> one.path("protocolMapper").asString("").equals(mapper))
                        .anyMatch(one ->
                                one.path("config").path(setting).asString("").equals(value)))
                .map(scope -> scope.path("name").asString())
                .toList();
        return realm.path("clients")
                .valueStream()
                .filter(client -> Repository.strings(client.path("defaultClientScopes")).stream()
                        .noneMatch(scopes::contains))
                .map(client -> client.path("clientId").asString() + " lacks " + mapper);
    }

    private static Stream<JsonNode> claims(JsonNode realm, String claim) {
        return realm.path("clientScopes")
                .valueStream()
                .flatMap(scope -> scope.path("protocolMappers").valueStream())
                .map(mapper -> mapper.path("config"))
                .filter(config -> config.path("claim.name").asString("").equals(claim));
    }

    private static Stream<JsonNode> client(JsonNode realm, String id) {
        return realm.path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asString("").equals(id));
    }

    private static boolean isOn(JsonNode config, String setting) {
        return config.path(setting).asString("").equals("true");
    }
}
