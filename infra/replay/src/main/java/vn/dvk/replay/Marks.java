package vn.dvk.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The moments of a story: the platform's watermarks when it was told that far. They are kept: told a second time a story
 * says nothing new, and its moments are the first ones.
 */
final class Marks {

    private final Path file;
    private final Properties moments = new Properties();

    /** @param file made with the first mark */
    Marks(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                moments.load(in);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    boolean has(String name) {
        return moments.containsKey(name);
    }

    void set(String name, String moment) {
        moments.setProperty(name, moment);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = Files.newBufferedWriter(file)) {
                moments.store(out, null);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The watermark of that name, or what was asked where it is none. */
    String moment(String asked) {
        return moments.getProperty(asked, asked);
    }
}
