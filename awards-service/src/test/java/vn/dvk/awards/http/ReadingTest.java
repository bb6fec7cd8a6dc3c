package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvk.awards.events.consumed.EvaluationConclusion;
import vn.dvk.awards.events.consumed.ModelRegistration;
import vn.dvk.awards.events.consumed.Programme;
import vn.dvk.awards.events.consumed.ReplicaRegistration;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;

/** What this service reads of others, held to what it has said it reads. */
class ReadingTest extends AwardsTest {

    @Autowired
    List<EventHandler> handlers;

    @Test
    void every_type_of_every_topic_is_used_or_ignored_by_name() {
        assertThat(handlers)
                .extracting(EventHandler::source)
                .containsExactlyInAnyOrder("/dvk/directory", "/dvk/registration", "/dvk/evaluation");
        CONTRACTS.consumer("awards").readsExactly(all(EventHandler::uses), all(EventHandler::ignores));
    }

    @Test
    void every_released_sample_is_read_and_nothing_that_was_not_declared() {
        CONTRACTS.consumer("awards").canRead(ReadingTest::read);
    }

    @Test
    void the_readme_names_what_is_published_and_read() {
        CONTRACTS.canvas("awards").agreesWith(Path.of("README.md"));
    }

    private static Object read(String type, byte[] body) {
        var event = new IncomingEvent(
                "t", 0, 0, "k", "i", "/s", type, "s", 1, Instant.EPOCH, "someone", null, "c", null, body);
        return switch (type) {
            case "vn.dvk.directory.unit.v1" -> event.as(Unit.class);
            case "vn.dvk.directory.programme.v1" -> event.as(Programme.class);
            case "vn.dvk.registration.model-registered.v1" ->
                List.of(event.as(ModelRegistration.class), event.as(ReplicaRegistration.class));
            case "vn.dvk.registration.model-amended.v1", "vn.dvk.registration.model-withdrawn.v1" ->
                event.as(ModelRegistration.class);
            case "vn.dvk.evaluation.model-evaluated.v1" -> event.as(EvaluationConclusion.class);
            default -> throw new IllegalArgumentException(type + " is not read here");
        };
    }

    private Set<String> all(Function<EventHandler, Set<String>> what) {
        var all = new HashSet<String>();
        handlers.forEach(handler -> all.addAll(what.apply(handler)));
        return all;
    }
}
