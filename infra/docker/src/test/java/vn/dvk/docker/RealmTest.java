package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTest {

    private static final String REALM = "infra/docker/keycloak/dvk-realm.json";

    @ParameterizedTest
    @EnumSource
    void a_promise_is_kept(RealmPromise promise) {
        assertThat(promise.brokenBy(Repository.json(REALM))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_violation_is_found(RealmPromise promise) {
        assertThat(promise.brokenBy(plant(promise, Repository.text(REALM)))).isNotEmpty();
    }

    private static JsonNode plant(RealmPromise promise, String realm) {
        return switch (promise) {
            case NOBODY_IS_IN_IT ->
                replaced(realm, "\"clients\": [", "\"users\": [{\"username\": \"canbo\"}], \"clients\": [");
            case THE_ISSUER_IS_THE_ONE_THE_SERVICES_EXPECT ->
                replaced(realm, "\"realm\": \"dvk\"", "\"realm\": \"dvk2\"");
            case EVERY_TOKEN_IS_FOR_OUR_SERVICES ->
                replaced(realm, "\"included.custom.audience\": \"dvk\"", "\"included.custom.audience\": \"all\"");
            case THE_SUBJECT_IS_THE_PERSON_ID ->
                replaced(realm, "\"user.attribute\": \"username\"", "\"user.attribute\": \"id\"");
            case ASSIGNMENTS_ARE_A_LIST_OF_OBJECTS ->
                replaced(realm, "\"jsonType.label\": \"JSON\"", "\"jsonType.label\": \"String\"");
            case ACCESS_TOKENS_LIVE_15_MINUTES_TO_1_HOUR ->
                replaced(realm, "\"accessTokenLifespan\": 1800", "\"accessTokenLifespan\": 36000");
            case METRICS_IS_A_MACHINE_WITH_ITS_SCOPE ->
                replaced(realm, "\"serviceAccountsEnabled\": true", "\"serviceAccountsEnabled\": false");
            case THE_GATEWAY_MUST_PROVE_ITS_CODE -> replaced(realm, "\"S256\"", "\"plain\"");
            case NO_SECRET_IS_IN_THE_FILE -> replaced(realm, "\"${DVK_GATEWAY_SECRET}\"", "\"s3cret\"");
            case EVERY_PLACEHOLDER_IS_FILLED_BY_COMPOSE -> replaced(realm, "${DVK_GATEWAY_PORT}", "${DVK_GATE}");
        };
    }

    @Test
    void a_client_that_takes_passwords_is_somebody_too() {
        var realm = replaced(
                Repository.text(REALM), "\"directAccessGrantsEnabled\": false", "\"directAccessGrantsEnabled\": true");

        assertThat(RealmPromise.NOBODY_IS_IN_IT.brokenBy(realm))
                .isNotEmpty()
                .allMatch(one -> one.contains("passwords"));
    }

    private static JsonNode replaced(String text, String old, String other) {
        assertThat(text).contains(old);
        return JsonMapper.shared().readTree(text.replace(old, other));
    }
}
