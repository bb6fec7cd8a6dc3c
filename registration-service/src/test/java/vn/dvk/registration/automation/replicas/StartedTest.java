package vn.dvk.registration.automation.replicas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.registration.automation.replicas.OpenDraftForReplica.Started;
import vn.dvk.spec.contract.Contracts;

class StartedTest {

    @Test
    void every_released_sample_is_read_and_no_more_than_was_declared() {
        Contracts.load().consumer("registration").canRead((type, body) -> Json.MAPPER.readValue(body, readingOf(type)));
    }

    private static Class<Started> readingOf(String type) {
        assertEquals(OpenDraftForReplica.STARTED, type);
        return Started.class;
    }
}
