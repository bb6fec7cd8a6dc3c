package vn.dvk.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.domain.history.ModelEvent;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.events.ConsumedTypes;
import vn.dvk.reporting.events.DecisionText;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.events.WiderHold;
import vn.dvk.spec.SampleEvent;

class ContractTest {

    @Test
    void readsWhatItSaysItReads() {
        var used = Stream.concat(Stream.of(ConsumedTypes.DIRECTORY), ConsumedTypes.HISTORY.stream())
                .flatMap(source -> ConsumedTypes.of(source).stream())
                .toList();
        var ignored = Stream.concat(Stream.of(ConsumedTypes.DIRECTORY), ConsumedTypes.HISTORY.stream())
                .flatMap(source -> ConsumedTypes.ignored(source).stream())
                .toList();
        SampleEvent.CONTRACTS.consumer("reporting").readsExactly(used, ignored);
    }

    @Test
    void readsEveryReleasedSample() {
        SampleEvent.CONTRACTS.consumer("reporting").canRead((type, body) -> switch (type) {
            case "vn.dvk.directory.unit.v1" -> Json.MAPPER.readValue(body, Unit.class);
            case "vn.dvk.directory.programme.v1" -> Json.MAPPER.readValue(body, Programme.class);
            case "vn.dvk.directory.term.v1" -> Json.MAPPER.readValue(body, Term.class);
            case ConsumedTypes.DECISION_ISSUED, ConsumedTypes.DECISION_CORRECTED ->
                Json.MAPPER.readValue(body, DecisionText.class);
            case ConsumedTypes.DECISION_REVOKED ->
                Json.MAPPER.readTree(body).path("decision").asString();
            case ConsumedTypes.WIDER_HOLD_PLACED, ConsumedTypes.WIDER_HOLD_RELEASED ->
                Json.MAPPER.readValue(body, WiderHold.class);
            default -> {
                var read = EventReader.read(SampleEvent.of(type, (ObjectNode) Json.MAPPER.readTree(body))
                        .incoming());
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
        SampleEvent.CONTRACTS.canvas("reporting").agreesWith(Path.of("README.md"));
    }
}
