package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {

    private static final String SERVICES = "infra/docker/Dockerfile";
    private static final String KEYCLOAK = "infra/docker/keycloak/Dockerfile";

    @ParameterizedTest
    @EnumSource
    void a_promise_is_kept(DockerfilePromise promise) {
        assertThat(promise.brokenBy(Dockerfile.of(Repository.text(SERVICES)))).isEmpty();
        assertThat(promise.brokenBy(Dockerfile.of(Repository.text(KEYCLOAK)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_violation_is_found(DockerfilePromise promise) {
        var planted = plant(promise, Repository.text(SERVICES));

        assertThat(promise.brokenBy(Dockerfile.of(planted))).hasSize(1);
    }

    private static String plant(DockerfilePromise promise, String text) {
        return switch (promise) {
            case EVERY_COPIED_FILE_EXISTS -> replaced(text, "COPY awards-service ", "COPY prizes-service ");
            case EVERY_COPIED_FILE_IS_SENT_TO_THE_BUILD -> replaced(text, "COPY pom.xml", "COPY README.md pom.xml");
            case EVERY_BASE_HAS_A_VERSION -> replaced(text, "eclipse-temurin:25.0.3_9-jre-noble", "eclipse-temurin");
            case THE_IMAGE_DOES_NOT_RUN_AS_ROOT -> replaced(text, "USER 10001:10001", "USER 0");
            case THE_IMAGE_TELLS_ITS_HEALTH -> text.replaceAll("HEALTHCHECK .*\\\\\\R.*", "HEALTHCHECK NONE");
            case TRAINING_AND_RUNNING_USE_THE_SAME_FLAGS ->
                replaced(text, "java @java.flags -XX:AOTCacheOutput", "java -XX:+UseG1GC -XX:AOTCacheOutput");
            case TRAINING_HAS_A_HEAP_OF_THE_SAME_KIND -> replaced(text, "-Xmx256m -XX:AOTMode=on", "-XX:AOTMode=on");
        };
    }

    @Test
    void what_is_left_out_of_a_folder_that_is_sent_cannot_be_copied() {
        var planted = replaced(Repository.text(SERVICES), "infra/docker/ready.sh", "infra/docker/kafka/answers.sh");

        assertThat(DockerfilePromise.EVERY_COPIED_FILE_IS_SENT_TO_THE_BUILD.brokenBy(Dockerfile.of(planted)))
                .containsExactly("infra/docker/kafka/answers.sh is left out by .dockerignore");
    }

    @Test
    void a_user_of_an_earlier_stage_does_not_count() {
        var file = Dockerfile.of("""
                FROM a:1
                USER 1000
                FROM a:1
                """);

        assertThat(DockerfilePromise.THE_IMAGE_DOES_NOT_RUN_AS_ROOT.brokenBy(file))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java @java.flags -XX:AOTCacheOutput",
                "java @java.flags -XX:AOTCache=",
                "\"java\", \"@java.flags\", "
            })
    void training_proof_and_entry_point_are_all_looked_at(String start) {
        var planted = replaced(Repository.text(SERVICES), start, start.replace("@java.flags", "-Xmx64m"));

        assertThat(DockerfilePromise.TRAINING_AND_RUNNING_USE_THE_SAME_FLAGS.brokenBy(Dockerfile.of(planted)))
                .singleElement()
                .asString()
                .contains("-Xmx64m");
    }

    private static String replaced(String text, String old, String other) {
        assertThat(text).contains(old);
        return text.replace(old, other);
    }
}
