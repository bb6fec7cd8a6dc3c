package vn.dvk.registration.events.consumed;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.Source;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.spec.contract.Contracts;

class ConsumedTest {

    @Test
    void every_released_sample_is_read_and_no_more_than_was_declared() {
        Contracts.load().consumer("registration").canRead((type, body) -> Json.MAPPER.readValue(body, readingOf(type)));
    }

    @Test
    void every_type_is_used_or_ignored_by_name() {
        var handlers = SERVICE.context().getBeansOfType(EventHandler.class).values();
        assertTrue(handlers.stream()
                .flatMap(one -> one.sources().stream())
                .allMatch(source -> Source.serviceOf(source).equals(ConsumedTypes.AWARDS)));
        var used = all(handlers, EventHandler::uses);
        var ignored = new HashSet<>(all(handlers, EventHandler::ignores));
        ignored.removeAll(used); // one handler passes over what another one uses
        Contracts.load().consumer("registration").readsExactly(used, ignored);
    }

    private static Set<String> all(Collection<EventHandler> handlers, Function<EventHandler, Set<String>> what) {
        return handlers.stream().flatMap(one -> what.apply(one).stream()).collect(Collectors.toSet());
    }

    private static Class<?> readingOf(String type) {
        return switch (type) {
            case ConsumedTypes.REPLICATION_STARTED -> ReplicationStarted.class;
            case ConsumedTypes.MODEL_RECOGNIZED, ConsumedTypes.RECOGNITION_REVOKED -> RecognitionDecided.class;
            case ConsumedTypes.AWARD_GRANTED, ConsumedTypes.AWARD_CORRECTED, ConsumedTypes.AWARD_REVOKED ->
                AwardDecided.class;
            default -> throw new IllegalArgumentException(type + " is not read here");
        };
    }
}
