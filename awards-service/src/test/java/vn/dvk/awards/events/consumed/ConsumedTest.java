package vn.dvk.awards.events.consumed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.AwardsApplication;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.Source;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;

/** What this service reads of others, held to what it has said it reads. */
class ConsumedTest {

    @Test
    void every_type_of_every_topic_is_used_or_ignored_by_name() {
        var handlers = RunningService.shared(AwardsApplication.class)
                .context()
                .getBeansOfType(EventHandler.class)
                .values();
        assertThat(handlers)
                .flatExtracting(EventHandler::sources)
                .extracting(source -> Source.read(source).service())
                .containsOnly(ConsumedTypes.DIRECTORY, ConsumedTypes.REGISTRATION, ConsumedTypes.EVALUATION);
        var used = all(handlers, EventHandler::uses);
        var ignored = new HashSet<>(all(handlers, EventHandler::ignores));
        ignored.removeAll(used); // one handler of a source passes over what another one uses
        SampleEvent.CONTRACTS.consumer("awards").readsExactly(used, ignored);
    }

    @Test
    void every_released_sample_is_read_and_nothing_that_was_not_declared() {
        SampleEvent.CONTRACTS.consumer("awards").canRead(ConsumedTest::read);
    }

    private static Object read(String type, byte[] body) {
        return switch (type) {
            case ConsumedTypes.UNIT -> Json.MAPPER.readValue(body, Unit.class);
            case ConsumedTypes.TERM -> Json.MAPPER.readValue(body, Term.class);
            case ConsumedTypes.PROGRAMME -> Json.MAPPER.readValue(body, Programme.class);
            case ConsumedTypes.MODEL_REGISTERED ->
                List.of(
                        Json.MAPPER.readValue(body, ModelRegistration.class),
                        Json.MAPPER.readValue(body, ReplicaRegistration.class));
            case ConsumedTypes.MODEL_CORRECTED,
                    ConsumedTypes.MODEL_CHANGED,
                    ConsumedTypes.MODEL_TRANSFERRED,
                    ConsumedTypes.MODEL_VOIDED,
                    ConsumedTypes.MODEL_WITHDRAWN -> Json.MAPPER.readValue(body, ModelRegistration.class);
            case ConsumedTypes.MODEL_EVALUATED -> Json.MAPPER.readValue(body, EvaluationConclusion.class);
            case ConsumedTypes.CONCLUSION_VOIDED -> Json.MAPPER.readValue(body, ConclusionVoided.class);
            default -> throw new IllegalArgumentException(type + " is not read here");
        };
    }

    private static Set<String> all(Collection<EventHandler> handlers, Function<EventHandler, Set<String>> what) {
        return handlers.stream().flatMap(one -> what.apply(one).stream()).collect(Collectors.toSet());
    }
}
