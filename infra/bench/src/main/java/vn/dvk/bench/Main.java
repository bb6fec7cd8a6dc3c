package vn.dvk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vn.dvk.bench.Words.both;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The command line: {@code [--quick] [M1 M4 …]}.
 *
 * <p>Exit codes: 0 when everything was measured, whatever came out; 1 when something could not be measured; 2 when a word
 * is not understood, in which case nothing was started.
 */
public final class Main {

    private static final int MEASURED = 0;
    private static final int NOT_MEASURED = 1;
    private static final int WRONG_INPUT = 2;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    /** @return the exit code */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        Wish wish;
        try {
            wish = Wish.of(arguments);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return WRONG_INPUT;
        }
        var at = Instant.now();
        try (var site = Site.of(environment)) {
            var machine = Machine.facts();
            var bench = new Bench(
                    site, wish, line -> out.printf("  %4d s  %s%n", since(at).toSeconds(), line));
            bench.run();
            var report = new Report(
                    at, since(at), wish.quick(), Machine.commit(site.repository()), machine, bench.results());
            var page = report.write(site.home());
            out.println();
            report.table().forEach(out::println);
            out.println();
            out.println(both("%1$d giây; trang: %2$s", "%1$d s; the page: %2$s")
                    .formatted(report.took().toSeconds(), page));
            bench.failures().forEach(err::println);
            return bench.failures().isEmpty() ? MEASURED : NOT_MEASURED;
        } catch (CannotMeasure e) {
            err.println(e.getMessage());
        } catch (Exception e) {
            err.println(both("Không đo được: %1$s", "It could not be measured: %1$s")
                    .formatted(e));
            e.printStackTrace(err);
        }
        return NOT_MEASURED;
    }

    private static Duration since(Instant at) {
        return Duration.between(at, Instant.now());
    }
}
