package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A consumer made up for the test, {@code example}, which reads one event of one topic and one field within a field. */
class ConsumerContractTest {

    private static final String COMPLETED = "vn.dvk.evaluation.step-completed.v1";
    private static final String OPENED = "vn.dvk.evaluation.process-opened.v1";
    private static final Set<String> IGNORED = Set.of(
            "vn.dvk.evaluation.step-returned.v1",
            "vn.dvk.evaluation.progress-reported.v1",
            "vn.dvk.evaluation.model-inspected.v1",
            "vn.dvk.evaluation.model-evaluated.v1",
            "vn.dvk.evaluation.conclusion-voided.v1",
            "vn.dvk.evaluation.model-reviewed.v1");

    private static final Contracts CONTRACTS = Contracts.of(ContractFiles.onClassPath()
            .with("evaluation/readers/example.json", """
                    {"consumer": "example",
                     "reads": {"%s": ["model", "order"], "%s": ["model", "steps.code"]},
                     "ignores": ["%s"]}
                    """.formatted(COMPLETED, OPENED, String.join("\", \"", IGNORED))));

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Completed(String model, int order) {}

    private record Opened(String model, List<Step> steps) {

        private record Step(String code) {}
    }

    @Test
    void a_consumer_that_reads_what_it_declared_passes() {
        CONTRACTS.consumer("example").readsExactly(Set.of(COMPLETED, OPENED), IGNORED);
        CONTRACTS.consumer("example").canRead((type, body) -> switch (type) {
            case COMPLETED -> LENIENT.readValue(body, Completed.class);
            case OPENED -> LENIENT.readValue(body, Opened.class);
            default -> throw new IllegalArgumentException(type);
        });
    }

    @Test
    void an_event_the_code_passes_over_silently_is_found() {
        found(
                () -> CONTRACTS.consumer("example").readsExactly(Set.of(COMPLETED), IGNORED),
                "by the reader files the service uses " + OPENED + ", by the code not");
    }

    @Test
    void an_event_the_files_know_nothing_of_is_found() {
        var others = Set.of("vn.dvk.awards.hold-placed.v1");
        found(
                () -> CONTRACTS.consumer("example").readsExactly(Set.of(COMPLETED, OPENED), others),
                "the code ignores vn.dvk.awards.hold-placed.v1, the reader files do not say so",
                "by the reader files the service ignores vn.dvk.evaluation.model-evaluated.v1");
    }

    @Test
    void a_consumer_that_never_declared_anything_is_found() {
        found(() -> CONTRACTS.consumer("stranger").readsExactly(Set.of(), Set.of()), "readers/stranger.json");
        found(() -> CONTRACTS.consumer("stranger").canRead((_, _) -> ""), "readers/stranger.json");
    }

    @Test
    void reading_more_than_was_declared_is_found() {
        record Greedy(String model, String step) {}

        found(
                () -> CONTRACTS.consumer("example").canRead((_, body) -> LENIENT.readValue(body, Greedy.class)),
                "step-completed.v1.full.json: reads more than the fields declared in evaluation/readers/example.json");
    }

    @Test
    void a_reading_that_refuses_what_it_does_not_know_is_found() {
        found(
                () -> CONTRACTS.consumer("example").canRead((_, body) -> STRICT.readValue(body, Completed.class)),
                "step-completed.v1.minimal.json",
                "process-opened.v1.minimal.json");
    }

    @Test
    void a_reading_that_an_added_field_changes_is_found() {
        found(
                () -> CONTRACTS.consumer("example").canRead((_, body) -> new String(body, StandardCharsets.UTF_8)),
                "an added field changes what is read");
    }

    private static void found(Runnable check, String... problems) {
        assertThatThrownBy(check::run).isInstanceOf(AssertionError.class).hasMessageContainingAll(problems);
    }
}
