package vn.dvk.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx64m");

    @TempDir
    Path home;

    private Settings settings;
    private Path cache;

    @BeforeEach
    void settings() {
        settings = Settings.of(Map.of("DVK_HOME", home.toString()));
        cache = home.resolve("hello.aot");
    }

    @Test
    void a_start_is_learned_into_a_cache_that_is_used() throws Exception {
        training().carryOut(settings);

        assertThat(cache).isNotEmptyFile();
    }

    @Test
    void a_cache_that_a_start_would_refuse_fails_the_build() throws Exception {
        var otherwise = training("-XX:+UseCompactObjectHeaders");

        assertThatThrownBy(() -> otherwise.carryOut(settings))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("Preparing hello failed")
                .hasMessageContaining("UseCompactObjectHeaders");
    }

    /** What is learned with more flags than the real start has. */
    private Training training(String... moreFlags) throws IOException {
        var jar = jar().toString();
        var start = new ArrayList<>(List.of(moreFlags));
        start.addAll(List.of("-cp", jar, Hello.class.getName()));
        return new Training("hello", FLAGS, jar, start, cache);
    }

    private Path jar() throws IOException {
        var jar = home.resolve("hello.jar");
        var entry = Hello.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var code = Hello.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(requireNonNull(code).readAllBytes());
        }
        return jar;
    }
}
