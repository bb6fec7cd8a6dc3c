package vn.dvk.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import vn.dvk.replay.cases.CaseFile;

/** Remembers the text of every case that was replayed into this platform, beside the platform's own data. */
final class Replayed {

    private final Path folder;

    Replayed(Path home) {
        this.folder = home.resolve("replayed");
    }

    /** A case as text, and the name to use when something in it is wrong. */
    record Source(String file, String text) {}

    void remember(String slug, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(slug + ".json"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether a case of this name, but of another text, was replayed before. */
    boolean otherwise(String slug, String text) {
        var file = folder.resolve(slug + ".json");
        return Files.exists(file) && !CaseFile.text(file).equals(text);
    }

    /** Of the story of that case. */
    Marks marks(String slug) {
        return new Marks(folder.resolve(slug + ".marks"));
    }

    /** In the order in which they were replayed last; empty when none was. */
    List<Source> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Replayed::written))
                    .map(file -> new Source(file.toString(), CaseFile.text(file)))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
