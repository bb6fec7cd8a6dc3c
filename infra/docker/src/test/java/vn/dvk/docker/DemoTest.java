package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's people, and the compose file that adds them. */
class DemoTest {

    private static final String PEOPLE = "infra/docker/keycloak/demo-people.json";
    private static final String DEMO = "infra/docker/demo.yml";

    @ParameterizedTest
    @EnumSource
    void a_promise_is_kept(DemoPromise promise) {
        assertThat(promise.brokenBy(Repository.json(PEOPLE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_violation_is_found(DemoPromise promise) {
        assertThat(promise.brokenBy(plant(promise, Repository.text(PEOPLE)))).isNotEmpty();
    }

    private static JsonNode plant(DemoPromise promise, String people) {
        return switch (promise) {
            case THE_PEOPLE_ARE_THOSE_OF_THE_LOCAL_ISSUER ->
                replaced(
                        people,
                        "{\\\"role\\\":\\\"AUTHORITY\\\",\\\"unit\\\":\\\"NA\\\"}",
                        "{\\\"role\\\":\\\"AUTHORITY\\\",\\\"unit\\\":\\\"VN\\\"}");
            case THEIR_PASSWORD_IS_NOT_IN_THE_FILE -> replaced(people, "${DVK_DEMO_SECRET}", "demo");
            case WHO_IS_THERE_IS_LEFT_ALONE -> replaced(people, "\"SKIP\"", "\"OVERWRITE\"");
            case THEIR_TOKENS_SAY_WHAT_OTHERS_SAY -> replaced(people, "\"basic\"", "\"roles\"");
        };
    }

    @Test
    void a_person_who_is_only_here_is_found_too() {
        var people = replaced(Repository.text(PEOPLE), "\"username\": \"canbo.na\"", "\"username\": \"canbo.xx\"");

        assertThat(DemoPromise.THE_PEOPLE_ARE_THOSE_OF_THE_LOCAL_ISSUER.brokenBy(people))
                .anyMatch(sentence -> sentence.startsWith("only in the demo: canbo.xx"))
                .anyMatch(sentence -> sentence.startsWith("not in the demo: canbo.na"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DEMO, "infra/docker/standins/compose.yml"})
    void what_is_added_follows_the_specification_too(String file) {
        assertThat(ComposePromise.FOLLOWS_THE_COMPOSE_SPECIFICATION.brokenBy(Repository.yaml(file)))
                .isEmpty();
    }

    /** Its other service is a line added to one that the compose file describes. */
    @Test
    void the_container_that_adds_them_is_as_hardened_as_the_others() {
        var demo = Repository.yaml(DEMO);
        ((ObjectNode) demo.path("services")).remove("registration");

        for (var promise : List.of(
                ComposePromise.CONTAINERS_ARE_HARDENED,
                ComposePromise.EVERY_REFERENCED_FILE_EXISTS,
                ComposePromise.EVERY_IMAGE_HAS_A_VERSION,
                ComposePromise.EVERY_SERVICE_TELLS_ITS_HEALTH_OR_ENDS,
                ComposePromise.SECRETS_COME_FROM_OUTSIDE)) {
            assertThat(promise.brokenBy(demo)).isEmpty();
        }
    }

    private static JsonNode replaced(String text, String old, String other) {
        assertThat(text).contains(old);
        return JsonMapper.shared().readTree(text.replace(old, other));
    }
}
