package vn.dvk.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs or has run, and what it said on either stream. */
record Command(Process process, Path said) {

    record Ended(int code, String output) {

        List<String> lines() {
            return output.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    static Command start(Path folder, Map<String, String> environment, List<String> words) {
        try {
            var said = Files.createTempFile("said", ".txt");
            said.toFile().deleteOnExit();
            var builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            return new Command(builder.start(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Ended ended(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new AssertionError("Not done within " + limit + ":\n" + Files.readString(said));
            }
            return new Ended(process.exitValue(), Files.readString(said));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
