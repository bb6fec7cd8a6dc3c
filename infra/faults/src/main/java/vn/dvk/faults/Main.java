package vn.dvk.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.api.PlatformFailure;

/**
 * The command line: the names of the faults to strike, none means all.
 *
 * <p>Exit codes: 0 when nothing was lost, nothing made up, nothing out of order, the read store as a fresh rebuild and
 * every promise kept; 1 when not, or when the platform could not be started; 2 when the names are wrong.
 */
public final class Main {

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int WRONG_INPUT = 2;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    /** @return the exit code */
    static int run(List<String> names, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            return run(chosen(names), Place.of(environment), out) ? GOOD : BAD;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return WRONG_INPUT;
        } catch (PlatformFailure failed) {
            err.println(failed.getMessage());
            return BAD;
        }
    }

    /** Each once: struck again on the same platform, it would take the models of the first time for its own. */
    private static List<Fault> chosen(List<String> names) {
        var all = Faults.all();
        var chosen = new ArrayList<Fault>();
        for (var name : names) {
            chosen.add(all.stream()
                    .filter(fault -> fault.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("Không có lỗi “%s”, chỉ có: %s. (There is no such fault here.)"
                                    .formatted(
                                            name, all.stream().map(Fault::name).collect(Collectors.joining(", "))))));
        }
        return names.isEmpty() ? all : chosen.stream().distinct().toList();
    }

    /**
     * Strikes one after the other on one platform.
     *
     * @return whether every verdict is a good one
     */
    static boolean run(List<Fault> faults, Place place, PrintStream out) {
        try (var _ = lock(place.home())) {
            return new Run(place, out).strike(faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        Files.createDirectories(home);
        var file = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tried(file) == null) {
            file.close();
            throw new PlatformFailure(
                    "Đang có một lần chạy khác trong %s: hãy chờ nó xong. (Another run is under way there: wait for it.)"
                            .formatted(home));
        }
        return file;
    }

    private static @Nullable FileLock tried(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by this very process
        }
    }

    /**
     * Where a run takes place.
     *
     * @param repository whose script starts the platform
     * @param home       of the runs only; no installation's data is in it
     * @param base       first of twenty-eight ports
     * @param seed       of everything that is left to chance
     */
    record Place(Path repository, Path home, int base, long seed) {

        private static final int USUAL_BASE = 25080;
        private static final int HIGHEST_BASE = 65_500;

        /** @throws IllegalArgumentException with one sentence when a variable does not make sense */
        static Place of(Map<String, String> environment) {
            var repository = repository(Path.of("").toAbsolutePath());
            var home = Path.of(environment.getOrDefault(
                    "DVK_HOME", repository.resolve(".dvk").toString()));
            return new Place(
                    repository,
                    home.toAbsolutePath().normalize().resolve("faults"),
                    Math.toIntExact(number(environment, "DVK_FAULTS_PORT_BASE", USUAL_BASE, 1024, HIGHEST_BASE)),
                    number(environment, "DVK_FAULTS_SEED", System.nanoTime() % 1_000_000, 0, Integer.MAX_VALUE));
        }

        private static Path repository(Path from) {
            for (var folder = from; folder != null; folder = folder.getParent()) {
                if (Files.isExecutable(folder.resolve("infra/dvk"))) {
                    return folder;
                }
            }
            throw new IllegalArgumentException(
                    "Hãy chạy bằng ./infra/dvk faults trong thư mục của dự án. (Run it inside the repository.)");
        }

        private static long number(Map<String, String> environment, String name, long usual, long least, long most) {
            var text = environment.getOrDefault(name, "");
            if (text.isBlank()) {
                return usual;
            }
            if (!text.matches("\\d{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s phải là một số từ %d đến %d, đang là “%s”. (It must be a number from %2$d to %3$d.)",
                        name,
                        least,
                        most,
                        text));
            }
            return Long.parseLong(text);
        }
    }
}
