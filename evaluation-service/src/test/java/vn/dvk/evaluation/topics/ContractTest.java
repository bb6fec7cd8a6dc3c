package vn.dvk.evaluation.topics;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvk.evaluation.events.ConsumedTypes;
import vn.dvk.evaluation.events.PublishedTypes;
import vn.dvk.evaluation.running.RunningService;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.intake.EventHandler;

/** What this service publishes and reads, held to the contracts. What its bodies look like is checked on the topic. */
class ContractTest extends RunningService {

    @Autowired
    private List<EventHandler> handlers = List.of();

    @Test
    void it_publishes_what_it_has_promised() {
        topics.contracts().publisher("evaluation").publishesExactly(PublishedTypes.ALL);
    }

    @Test
    void it_reads_or_ignores_everything_on_its_topics_by_name() {
        var used = new TreeSet<String>();
        var ignored = new TreeSet<String>();
        handlers.forEach(handler -> {
            used.addAll(handler.uses());
            ignored.addAll(handler.ignores());
        });
        topics.contracts().consumer("evaluation").readsExactly(used, ignored);
    }

    @Test
    void it_reads_every_released_sample_and_no_more_than_it_says() {
        topics.contracts()
                .consumer("evaluation")
                .canRead((type, body) ->
                        Json.MAPPER.readValue(body, Objects.requireNonNull(ConsumedTypes.READINGS.get(type))));
    }

    @Test
    void the_readme_says_the_same() {
        topics.contracts().canvas("evaluation").agreesWith(Path.of("README.md"));
    }
}
