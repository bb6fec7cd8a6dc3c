package vn.dvk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A process's output. The process writes to the file itself, so it neither blocks nor dies when the supervisor does.
 *
 * @param file {@code logs/<name>.log}; what was before is in {@code logs/<name>.log.1}
 */
record Log(Path file) {

    private static final long MOST_BYTES = 20L << 20;

    /** Enough of the end to hold the last lines, whatever came before. */
    private static final int TAIL_BYTES = 16 << 10;

    /**
     * Keeps the file bounded: past 20 MiB it becomes the earlier one and starts anew. Copied and emptied rather than
     * renamed, because the process goes on writing to the file it has open; lines written in between are lost.
     */
    void roll() {
        try {
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines that say something, oldest first. */
    List<String> lastLines(int most) {
        try (var channel = FileChannel.open(file)) {
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            var buffer = ByteBuffer.allocate((int) (channel.size() - from));
            channel.read(buffer, from);
            var lines = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException _) {
            return List.of(); // nothing was written
        }
    }
}
