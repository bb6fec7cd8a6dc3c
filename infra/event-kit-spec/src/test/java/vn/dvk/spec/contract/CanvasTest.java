package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanvasTest {

    private static final Contracts CONTRACTS = Contracts.load();

    private final String readme = """
            # Evaluation · Thẩm định

            ### Publishes · Phát hành

            | event | topic | when |
            |---|---|---|
            %s

            ### Listens to · Lắng nghe

            | event | why |
            |---|---|
            %s

            ### Not part of it

            | `vn.dvk.awards.hold-placed.v1` | an example |
            """.formatted(
                    CONTRACTS.types("evaluation").stream()
                            .map("| `%s` | `dvk.evaluation.v1` | it happened |"::formatted)
                            .collect(Collectors.joining("\n")),
                    read().stream().map("| `%s` | needed |"::formatted).collect(Collectors.joining("\n")));

    private static TreeSet<String> read() {
        var read = new TreeSet<String>();
        CONTRACTS
                .readers("evaluation")
                .forEach(reader -> read.addAll(reader.reads().keySet()));
        return read;
    }

    @Test
    void a_readme_that_says_what_the_contracts_say_passes(@TempDir Path folder) throws IOException {
        CONTRACTS.canvas("evaluation").agreesWith(readme);
        CONTRACTS.canvas("evaluation").agreesWith(Files.writeString(folder.resolve("README.md"), readme));
    }

    @Test
    void an_event_that_was_forgotten_is_found() {
        found(
                changed("| `vn.dvk.evaluation.model-evaluated.v1` | `dvk.evaluation.v1` | it happened |", ""),
                "“Publishes” does not name vn.dvk.evaluation.model-evaluated.v1");
    }

    @Test
    void an_event_that_is_not_published_is_found() {
        found(
                changed("`vn.dvk.evaluation.model-evaluated.v1`", "`vn.dvk.evaluation.evaluated.v1`"),
                "“Publishes” names vn.dvk.evaluation.evaluated.v1, the contracts do not");
    }

    @Test
    void a_wrong_topic_is_found() {
        found(
                changed("step-completed.v1` | `dvk.evaluation.v1`", "step-completed.v1` | `dvk.awards.v1`"),
                "“Publishes” puts vn.dvk.evaluation.step-completed.v1 on [dvk.awards.v1]");
    }

    @Test
    void an_event_named_twice_is_found() {
        found(
                changed("| `vn.dvk.registration.model-withdrawn.v1` | needed |", """
                        | `vn.dvk.registration.model-withdrawn.v1` | needed |
                        | `vn.dvk.registration.model-withdrawn.v1` | needed |"""),
                "“Listens to” names vn.dvk.registration.model-withdrawn.v1 twice");
    }

    @Test
    void a_readme_without_the_tables_is_found() {
        found(
                "# Evaluation\n\nPublishes and listens to events.",
                "“Publishes” does not name vn.dvk.evaluation.step-completed.v1",
                "“Listens to” does not name vn.dvk.registration.model-registered.v1");
    }

    private String changed(String from, String to) {
        assertThat(readme).contains(from);
        return readme.replace(from, to);
    }

    private static void found(String markdown, String... problems) {
        assertThatThrownBy(() -> CONTRACTS.canvas("evaluation").agreesWith(markdown))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(problems);
    }
}
