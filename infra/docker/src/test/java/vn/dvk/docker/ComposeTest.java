package vn.dvk.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class ComposeTest {

    private static final String COMPOSE = "docker-compose.yml";

    @ParameterizedTest
    @EnumSource
    void a_promise_is_kept(ComposePromise promise) {
        assertThat(promise.brokenBy(Repository.yaml(COMPOSE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_violation_is_found(ComposePromise promise) {
        var compose = Repository.yaml(COMPOSE);
        var trace = plant(promise, compose);

        assertThat(promise.brokenBy(compose)).singleElement().asString().contains(trace);
    }

    /** Breaks the promise in one place and returns what its sentence must name. */
    private static String plant(ComposePromise promise, ObjectNode compose) {
        var awards = (ObjectNode) compose.at("/services/awards");
        var kafka = (ObjectNode) compose.at("/services/kafka");
        var mongo = (ObjectNode) compose.at("/services/mongo");
        var reporting = (ObjectNode) compose.at("/services/reporting");
        return switch (promise) {
            case FOLLOWS_THE_COMPOSE_SPECIFICATION -> {
                awards.put("restrat", "always");
                yield "restrat";
            }
            case EVERY_REFERENCED_FILE_EXISTS -> {
                kafka.putArray("volumes").add("./infra/docker/not-there.sh:/x.sh:ro");
                yield "kafka needs ./infra/docker/not-there.sh";
            }
            case EVERY_VARIABLE_HAS_A_DEFAULT_OR_IS_EXPLAINED -> {
                awards.put("hostname", "${DVK_UNHEARD_OF}");
                yield "DVK_UNHEARD_OF";
            }
            case EVERY_EXPLAINED_VARIABLE_IS_USED -> {
                ((ObjectNode) compose.at("/services/kafka-topics/environment")).put("DVK_TOPIC_PARTITIONS", "12");
                yield "DVK_TOPIC_PARTITIONS";
            }
            case EVERY_IMAGE_HAS_A_VERSION -> {
                kafka.put("image", "apache/kafka:latest");
                yield "apache/kafka:latest";
            }
            case EVERY_SERVICE_TELLS_ITS_HEALTH_OR_ENDS -> {
                kafka.remove("healthcheck");
                yield "kafka has no health check";
            }
            case SERVICES_WAIT_FOR_HEALTH_NOT_FOR_TIME -> {
                ((ObjectNode) compose.at("/services/grafana/depends_on"))
                        .putObject("nobody")
                        .put("condition", "service_healthy");
                yield "grafana waits for nobody";
            }
            case PORTS_STAY_ON_THIS_MACHINE -> {
                awards.putArray("ports").add("18083:8080");
                yield "18083:8080";
            }
            case CONTAINERS_ARE_HARDENED -> {
                awards.remove("read_only");
                yield "awards has a writable root file system";
            }
            case SECRETS_COME_FROM_OUTSIDE -> {
                ((ObjectNode) mongo.path("environment")).put("MONGO_INITDB_ROOT_PASSWORD", "${DVK_ROOT:-secret}");
                yield "MONGO_INITDB_ROOT_PASSWORD";
            }
            case THE_STORE_CANNOT_BE_REACHED_FROM_OUTSIDE -> {
                mongo.putArray("networks").add("outside");
                yield "outside";
            }
            case OUR_SERVICES_KNOW_STORE_BROKER_AND_ISSUER -> {
                ((ObjectNode) awards.path("environment")).remove("DVK_ISSUER");
                yield "awards has no DVK_ISSUER";
            }
            case NO_CONTAINER_LEAVES_A_NAMELESS_VOLUME -> {
                mongo.putArray("volumes").add("mongo-data:/data/db");
                yield "mongo mounts nothing at /data/configdb";
            }
            case HEAP_AND_COLUMN_STORE_FIT_INTO_THE_LIMIT -> {
                reporting.put("mem_limit", "1g");
                yield "384 + 640 MB of 1024";
            }
            case THE_COLUMN_STORE_SPILLS_TO_A_DISK -> {
                ((ObjectNode) reporting.path("environment")).put("DVK_REPORTING_DUCKDBFOLDER", "/tmp/spill");
                yield "/tmp/spill";
            }
            case THE_BROKER_IS_THE_RELEASE_OUR_CLIENTS_ARE -> {
                kafka.put("image", "apache/kafka:3.9.0");
                yield "apache/kafka:3.9.0";
            }
            case NOTHING_OF_THE_DEMO_IS_IN_IT -> {
                awards.put("hostname", "demo");
                yield "demo";
            }
        };
    }

    /** Several kinds of softness are one promise; the planted violation above shows one of them. */
    @ParameterizedTest
    @EnumSource
    void every_soft_spot_is_seen(SoftSpot spot) {
        var compose = Repository.yaml(COMPOSE);
        ((ObjectNode) compose.at("/services/mongo")).remove(spot.name());

        assertThat(ComposePromise.CONTAINERS_ARE_HARDENED.brokenBy(compose)).hasSize(1);
    }

    enum SoftSpot {
        read_only,
        cap_drop,
        security_opt,
        mem_limit
    }

    @Test
    void waiting_without_a_condition_is_no_waiting() {
        var compose = Repository.yaml(COMPOSE);
        var needs = (ObjectNode) compose.at("/services/awards/depends_on");
        needs.putObject("mongo").put("condition", "service_started");
        needs.putObject("kafka").put("condition", "service_completed_successfully");

        assertThat(ComposePromise.SERVICES_WAIT_FOR_HEALTH_NOT_FOR_TIME.brokenBy(compose))
                .hasSize(2);
    }

    @Test
    void every_service_of_ours_is_there() {
        assertThat(Stream.of("registration", "evaluation", "awards", "reporting"))
                .allMatch(name -> Repository.yaml(COMPOSE).path("services").has(name));
    }
}
