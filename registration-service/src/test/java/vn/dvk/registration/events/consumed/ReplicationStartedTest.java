package vn.dvk.registration.events.consumed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.spec.contract.Contracts;

class ReplicationStartedTest {

    @Test
    void every_released_sample_is_read_and_no_more_than_was_declared() {
        Contracts.load().consumer("registration").canRead((type, body) -> Json.MAPPER.readValue(body, readingOf(type)));
    }

    private static Class<ReplicationStarted> readingOf(String type) {
        assertEquals(ConsumedTypes.REPLICATION_STARTED, type);
        return ReplicationStarted.class;
    }
}
