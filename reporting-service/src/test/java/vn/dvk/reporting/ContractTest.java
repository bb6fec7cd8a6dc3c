package vn.dvk.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.domain.history.ModelEvent;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.events.ConsumedTypes;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.running.Samples;

class ContractTest {

    @Test
    void readsWhatItSaysItReads() {
        var used = Stream.concat(Stream.of(ConsumedTypes.DIRECTORY), ConsumedTypes.HISTORY.stream())
                .flatMap(source -> ConsumedTypes.of(source).stream())
                .toList();
        Samples.CONTRACTS.consumer("reporting").readsExactly(used, List.of());
    }

    @Test
    void readsEveryReleasedSample() {
        Samples.CONTRACTS.consumer("reporting").canRead((type, body) -> switch (type) {
            case "vn.dvk.directory.unit.v1" -> Json.MAPPER.readValue(body, Unit.class);
            case "vn.dvk.directory.programme.v1" -> Json.MAPPER.readValue(body, Programme.class);
            default -> {
                var event = Samples.event(
                        type, "s", "k", 1, Instant.EPOCH, new String(body, java.nio.charset.StandardCharsets.UTF_8));
                var read = EventReader.read(event);
                yield List.of(read.dimensions(), read.what());
            }
        });
    }

    @Test
    void everyModelEventHasANameOnTheWire() {
        assertThat(ConsumedTypes.modelEvents().values())
                .containsExactlyInAnyOrderElementsOf(Stream.of(ModelEvent.class.getPermittedSubclasses())
                        .<Class<? extends ModelEvent>>map(one -> one.asSubclass(ModelEvent.class))
                        .toList());
    }

    @Test
    void theReadmeAgrees() {
        Samples.CONTRACTS.canvas("reporting").agreesWith(Path.of("README.md"));
    }
}
