package vn.dvk.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        var jar = jar("hello.jar");

        training(jar, jar).carryOut(settings);

        assertThat(cache).isNotEmptyFile();
    }

    @Test
    void a_cache_that_a_start_would_refuse_fails_the_build() throws Exception {
        var learnedFrom = jar("hello.jar");
        var startedFrom = jar("hello-with-a-longer-name-inside.jar");

        assertThatThrownBy(() -> training(learnedFrom, startedFrom).carryOut(settings))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("Preparing hello failed")
                .hasMessageContaining("AOT");
    }

    private Training training(Path learnedFrom, Path startedFrom) {
        var start = List.of("-cp", learnedFrom.toString(), Hello.class.getName());
        return new Training("hello", FLAGS, startedFrom.toString(), start, cache, Map.of());
    }

    private Path jar(String name) throws IOException {
        var jar = home.resolve(name);
        var entry = Hello.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var code = Hello.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(requireNonNull(code).readAllBytes());
            out.putNextEntry(new JarEntry(name)); // no two jars are of the same size
        }
        return jar;
    }

    /** A program that starts and ends. */
    static final class Hello {

        private Hello() {}

        public static void main(String[] arguments) {
            System.out.println("Hello");
        }
    }
}
