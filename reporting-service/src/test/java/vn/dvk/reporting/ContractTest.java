package vn.dvk.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.card.CardEvent;
import vn.dvk.reporting.card.Happening;
import vn.dvk.reporting.card.WireNames;
import vn.dvk.reporting.directory.Programme;
import vn.dvk.reporting.directory.Unit;
import vn.dvk.reporting.running.Samples;
import vn.dvk.reporting.store.Projections;

class ContractTest {

    private static final List<String> SOURCES =
            List.of(Projections.DIRECTORY, "/dvk/registration", "/dvk/evaluation", "/dvk/awards");

    @Test
    void readsWhatItSaysItReads() {
        var used = SOURCES.stream()
                .flatMap(source -> Projections.uses(source).stream())
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
                var read = CardEvent.read(CardEvent.kept(event));
                yield List.of(read.about(), read.what());
            }
        });
    }

    @Test
    void everyHappeningHasAWireName() {
        assertThat(WireNames.all().values())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Happening.class.getPermittedSubclasses())
                        .<Class<? extends Happening>>map(one -> one.asSubclass(Happening.class))
                        .toList());
    }

    @Test
    void theReadmeAgrees() {
        Samples.CONTRACTS.canvas("reporting").agreesWith(Path.of("README.md"));
    }
}
