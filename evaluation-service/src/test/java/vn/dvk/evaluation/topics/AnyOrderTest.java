package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.evaluation.running.RunningService;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.stream.Streams;

/**
 * Whatever order the topics are seen in, however they are cut into batches and however often something is delivered
 * again: the same comes of it.
 */
class AnyOrderTest extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private List<EventHandler> handlers = List.of();

    private final MongoDatabase database;
    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;

    @Autowired
    AnyOrderTest(MongoDatabase database, Streams<ProcessCommand, ProcessState, ProcessEvent> processes) {
        this.database = database;
        this.processes = processes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_same_comes_of_it(long seed) {
        var random = new Random(seed);
        var consumer = "any-order-" + UUID.randomUUID();
        var room = new MongoWaitingRoom(consumer, database);
        var intake = new Intake(consumer, handlers, room, new SimpleMeterRegistry());
        var programme = "ANY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var model = topics.newModel();

        var deliveries = events(programme, model);
        deliveries.addAll(deliveries.subList(0, 1 + random.nextInt(deliveries.size())));
        Collections.shuffle(deliveries, random);
        while (!deliveries.isEmpty()) {
            var batch = deliveries.subList(0, 1 + random.nextInt(Math.min(4, deliveries.size())));
            intake.accept(List.copyOf(batch));
            batch.clear();
        }
        intake.tryWaitingAgain();

        room.forEach(head -> fail(head.stream() + " waits: " + head.reason()));
        var document = processes.documents().find(new Document("_id", model)).first();
        assertThat(document).isNotNull();
        assertThat(seen(document, "registration")).isEqualTo(4);
        assertThat(seen(document, "awards")).isEqualTo(3);
        var view = document.get("view", Document.class);
        assertThat(view.getString("name")).isEqualTo("Tên sau cùng");
        assertThat(view.getString("state")).isEqualTo("OPEN");
        assertThat(view.getList("due", Document.class))
                .extracting(step -> step.getString("step"))
                .containsExactly("CARRY_OUT", "APPRAISE");
        assertThat(processes.history(model))
                .extracting(recorded -> recorded.event().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Opened", "Amended", "Amended", "StepCompleted");
    }

    private List<IncomingEvent> events(String programme, String model) {
        var registered = topics.registeredBody(model, programme);
        var recognized = topics.about(model, "vn.dvk.awards.model-recognized.v1");
        var all = new ArrayList<IncomingEvent>();
        all.add(event(
                "vn.dvk.directory.programme.v1",
                "programme:" + programme,
                1,
                topics.sample("vn.dvk.directory.programme.v1", "full")
                        .put("code", programme)
                        .set("steps", JSON.readTree(Bodies.FIVE_STEPS))));
        all.add(event("vn.dvk.registration.registration-submitted.v1", model, 1, registered));
        all.add(event("vn.dvk.registration.model-registered.v1", model, 2, registered));
        all.add(event("vn.dvk.registration.model-amended.v1", model, 3, named(registered, "Tên mới")));
        all.add(event("vn.dvk.registration.model-amended.v1", model, 4, named(registered, "Tên sau cùng")));
        all.add(event("vn.dvk.awards.hold-placed.v1", model, 1, recognized));
        all.add(event("vn.dvk.awards.hold-released.v1", model, 2, recognized));
        all.add(event("vn.dvk.awards.model-recognized.v1", model, 3, recognized));
        return all;
    }

    private static JsonNode named(ObjectNode body, String name) {
        return body.deepCopy().put("name", name);
    }

    private static IncomingEvent event(String type, String subject, long position, JsonNode body) {
        var service = type.split("\\.")[2];
        return new IncomingEvent(
                "dvk." + service + ".v1",
                0,
                position,
                subject,
                UUID.randomUUID().toString(),
                "/dvk/" + service,
                type,
                subject,
                position,
                Instant.now(),
                "tester",
                null,
                "any-order",
                null,
                JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    private static long seen(Document document, String source) {
        return document.get("inbox", Document.class)
                .get(source, Document.class)
                .get("n", Number.class)
                .longValue();
    }
}
