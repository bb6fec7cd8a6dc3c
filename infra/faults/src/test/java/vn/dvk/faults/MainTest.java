package vn.dvk.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    @Test
    void every_fault_has_a_name_of_its_own() {
        assertThat(Faults.all()).extracting(Fault::name).doesNotHaveDuplicates().hasSize(14);
        assertThat(Faults.all()).extracting(Fault::what).allMatch(what -> what.contains(" · "));
    }

    @Test
    void a_name_that_is_none_is_refused_in_one_sentence_before_anything_starts() {
        assertThat(run(Map.of(), "F1", "F99")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains("“F99”", "F1, F2", "no such fault");
        assertThat(home.resolve("faults")).doesNotExist();
    }

    @Test
    void a_port_that_is_none_is_refused_in_one_sentence() {
        assertThat(run(Map.of("DVK_FAULTS_PORT_BASE", "80"), "F1")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("DVK_FAULTS_PORT_BASE", "from 1024 to 65500");
    }

    @Test
    void a_second_run_is_refused_and_leaves_the_first_alone() throws Exception {
        var lock = Files.createDirectories(home.resolve("faults")).resolve("lock");
        try (var first = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = first.lock()) {
            assertThat(run(Map.of(), "F1")).isEqualTo(1);
        }
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains("Another run is under way");
        assertThat(home.resolve("faults/platform")).doesNotExist();
    }

    private int run(Map<String, String> settings, String... names) {
        var environment = new HashMap<>(settings);
        environment.put("DVK_HOME", home.toString());
        return Main.run(
                List.of(names),
                environment,
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
