package vn.dvk.evaluation.topics;

import static vn.dvk.evaluation.running.Evaluations.SERVICE;

import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.events.ConsumedTypes;
import vn.dvk.evaluation.events.PublishedTypes;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.spec.SampleEvent;

/** What this service publishes and reads, held to the contracts. What its bodies look like is checked on the topic. */
class ContractTest {

    @Test
    void it_publishes_what_it_has_promised() {
        SampleEvent.CONTRACTS.publisher("evaluation").publishesExactly(PublishedTypes.ALL);
    }

    @Test
    void it_reads_or_ignores_everything_on_its_topics_by_name() {
        var used = new TreeSet<String>();
        var ignored = new TreeSet<String>();
        SERVICE.context().getBeansOfType(EventHandler.class).values().forEach(handler -> {
            used.addAll(handler.uses());
            ignored.addAll(handler.ignores());
        });
        ignored.removeAll(used); // one handler of a source passes over what another one uses
        SampleEvent.CONTRACTS.consumer("evaluation").readsExactly(used, ignored);
    }

    @Test
    void it_reads_every_released_sample_and_no_more_than_it_says() {
        SampleEvent.CONTRACTS
                .consumer("evaluation")
                .canRead((type, body) ->
                        Json.MAPPER.readValue(body, Objects.requireNonNull(ConsumedTypes.READINGS.get(type))));
    }

    @Test
    void the_readme_says_the_same() {
        SampleEvent.CONTRACTS.canvas("evaluation").agreesWith(Path.of("README.md"));
    }
}
