package vn.dvk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The quick run once: it says something about everything it is asked for. What it says depends on the machine. Without M5,
 * whose pages were not all told in time in two of eight runs on a busy machine.
 */
@Tag("deep")
class BenchIT {

    private static final String PORTS = System.getProperty("dvk.bench.base", "19080");

    @Test
    void the_quick_run_has_every_row_and_leaves_nothing_running(@TempDir Path home) throws Exception {
        var script = Path.of("../dvk").toRealPath();
        var builder = new ProcessBuilder(
                        script.toString(), "bench", "--quick", "M1", "M2", "M3", "M4", "M6", "M7", "M10")
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("DVK_HOME", home.toString(), "DVK_PORT_BASE", PORTS));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        try (var files = Files.walk(home.resolve("bench/results"))) {
            var raw = files.filter(file -> file.endsWith("bench.json"))
                    .findFirst()
                    .orElseThrow();
            var results = new JsonMapper().readTree(Files.readString(raw)).path("results");
            var ids = results.valueStream()
                    .filter(result -> result.has("pairs"))
                    .map(result -> result.path("id").asString())
                    .collect(Collectors.toSet());
            assertThat(ids).containsExactlyInAnyOrder("M1", "M2", "M3", "M4", "M6", "M7", "M10");
        }
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(one -> one.info().commandLine().stream())
                        .filter(line -> line.contains("-Ddvk.program=" + home)))
                .isEmpty();
    }
}
