package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.history;
import static vn.dvk.evaluation.running.Evaluations.newModelId;
import static vn.dvk.evaluation.running.Evaluations.newProgrammeCode;
import static vn.dvk.evaluation.running.Evaluations.programme;
import static vn.dvk.evaluation.running.Evaluations.registered;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.spec.SampleEvent;

/**
 * Whatever order the topics are seen in, however they are cut into batches and however often something is delivered
 * again: the same comes of it.
 */
class AnyOrderTest {

    private final Collection<EventHandler> handlers =
            SERVICE.context().getBeansOfType(EventHandler.class).values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_same_comes_of_it(long seed) {
        var random = new Random(seed);
        var consumer = "any-order-" + UUID.randomUUID();
        var room = new MongoWaitingRoom(consumer, SERVICE.database());
        var intake = new Intake(consumer, List.copyOf(handlers), room, new SimpleMeterRegistry());
        var programme = newProgrammeCode();
        var model = newModelId();

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
        var document = SERVICE.database()
                .getCollection("processes")
                .find(new Document("_id", model))
                .first();
        assertThat(document).isNotNull();
        assertThat(seen(document, "registration")).isEqualTo(4);
        assertThat(seen(document, "awards")).isEqualTo(3);
        var view = document.get("view", Document.class);
        assertThat(view.getString("name")).isEqualTo("Tên sau cùng");
        assertThat(view.getString("state")).isEqualTo("OPEN");
        assertThat(view.getList("due", Document.class))
                .extracting(step -> step.getString("step"))
                .containsExactly("CARRY_OUT", "APPRAISE");
        assertThat(history(model))
                .extracting(entry -> entry.path("type").asString())
                .containsExactlyInAnyOrder(
                        "process.opened.v1", "process.amended.v1", "process.amended.v1", "process.step-completed.v1");
    }

    private static List<IncomingEvent> events(String programme, String model) {
        var registered = registered(model, programme).at(2);
        var amended = SampleEvent.minimal("vn.dvk.registration.model-corrected.v1")
                .about(model)
                .with("programme", programme);
        return new ArrayList<>(Stream.of(
                        programme(programme),
                        SampleEvent.minimal("vn.dvk.registration.registration-submitted.v1")
                                .about(model),
                        registered,
                        amended.at(3).with("name", "Tên mới"),
                        amended.at(4).with("name", "Tên sau cùng"),
                        SampleEvent.minimal("vn.dvk.awards.hold-placed.v1").about(model),
                        SampleEvent.minimal("vn.dvk.awards.hold-released.v1")
                                .about(model)
                                .at(2),
                        SampleEvent.minimal("vn.dvk.awards.model-recognized.v1")
                                .about(model)
                                .at(3))
                .map(SampleEvent::incoming)
                .toList());
    }

    private static long seen(Document document, String source) {
        return document.get("inbox", Document.class)
                .get(source, Document.class)
                .get("n", Number.class)
                .longValue();
    }
}
