package vn.dvk.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.dvk.replay.Replayed.Source;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Patience;
import vn.dvk.replay.api.Pause;
import vn.dvk.replay.api.Platform;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.cases.CaseFile;
import vn.dvk.replay.cases.InvalidCase;
import vn.dvk.replay.plan.Plan;
import vn.dvk.replay.plan.Planner;
import vn.dvk.replay.tables.Screen;
import vn.dvk.replay.tables.Tables;
import vn.dvk.replay.tables.Verdicts;

/**
 * The command line: {@code demo}, {@code replay FILE…}, {@code tables [FILE…]}, {@code rebuild [--accept]}.
 *
 * <p>Exit codes: 0 when every verdict is the expected one, 1 when one is not or the platform failed or refused, 2 when the command or
 * a case file is wrong, in which case nothing was sent.
 */
public final class Main {

    private static final int AS_EXPECTED = 0;
    private static final int NOT_AS_EXPECTED = 1;
    private static final int WRONG_INPUT = 2;

    private static final String USAGE = """
            Cách dùng · usage:
              demo             phát lại năm hồ sơ có sẵn · replay the five cases that come with the program
              replay FILE…     phát lại hồ sơ khác cùng dạng · replay other case files of the same form
              tables [FILE…]   chỉ in bảng đối chiếu · only print the tables
              rebuild          dựng lại số liệu từ nhật ký, rồi in bảng · rebuild from the log, then print the tables
              rebuild --accept như trên, dùng kho mới cả khi khác kho cũ · and read the new store even where it differs""";

    private static final List<String> ACCEPT = List.of("--accept");

    /** Requests at once: enough to keep two cores busy on both sides. */
    private static final int AT_ONCE = 4;

    private final Screen screen;
    private final Api api;
    private final Replayed replayed;

    private Main(Screen screen, Api api, Replayed replayed) {
        this.screen = screen;
        this.api = api;
        this.replayed = replayed;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    /** @return the exit code */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            var screen = Screen.of(out, environment);
            var api = new Api(Platform.from(environment), Patience.USUAL, Pause.REAL);
            var home = Path.of(environment.getOrDefault("DVK_HOME", ".dvk"));
            var asExpected = new Main(screen, api, new Replayed(home)).run(arguments);
            return asExpected ? AS_EXPECTED : NOT_AS_EXPECTED;
        } catch (InvalidCase | IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return WRONG_INPUT;
        } catch (PlatformFailure failed) {
            err.println(failed.getMessage());
            return NOT_AS_EXPECTED;
        }
    }

    private boolean run(List<String> arguments) {
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        var rest = arguments.stream().skip(1).toList();
        var fits = switch (command) {
            case "demo" -> rest.isEmpty();
            case "replay" -> !rest.isEmpty();
            case "tables" -> true;
            case "rebuild" -> rest.isEmpty() || rest.equals(ACCEPT);
            default -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException(USAGE);
        }
        return switch (command) {
            case "demo" -> replay(bundled());
            case "replay" -> replay(files(rest));
            case "tables" -> print(plans(rest.isEmpty() ? known() : files(rest)));
            default -> rebuild(!rest.isEmpty());
        };
    }

    private static List<Source> files(List<String> names) {
        return names.stream().map(Main::file).toList();
    }

    private static Source file(String name) {
        return new Source(name, CaseFile.text(Path.of(name)));
    }

    private static List<Source> bundled() {
        return CaseFile.bundled().stream()
                .map(one -> new Source(one.file(), one.text()))
                .toList();
    }

    private List<Source> known() {
        var all = replayed.all();
        return all.isEmpty() ? bundled() : all;
    }

    /** Reads, checks and plans all of them, so that a mistake in the last file is found before the first request. */
    private List<Plan> plans(List<Source> sources) {
        return sources.stream()
                .map(source -> Planner.plan(CaseFile.read(source.file(), source.text())))
                .toList();
    }

    private boolean replay(List<Source> sources) {
        var plans = plans(sources);
        var asExpected = 0;
        for (var number = 0; number < plans.size(); number++) {
            asExpected += replay(plans.get(number), sources.get(number).text()) ? 1 : 0;
        }
        screen.say("");
        screen.say("%d/%d hồ sơ đúng như chờ đợi · %1$d of %2$d cases as expected".formatted(asExpected, plans.size()));
        return asExpected == plans.size();
    }

    private boolean replay(Plan plan, String text) {
        screen.say("");
        screen.say("▶ " + plan.of().programme().name());
        plan.of()
                .ignored()
                .forEach(section ->
                        screen.say("  Bỏ qua mục không biết “%s”. (Section not known, left out.)".formatted(section)));
        if (replayed.otherwise(plan.slug(), text)) {
            screen.say(
                    "  Đã phát lại hồ sơ này với nội dung khác: dòng nào đổi thì được ghi thêm. (Replayed before with another text: rows that changed are added.)");
        }
        var catchUp = new CatchUp(api, screen, Pause.REAL);
        var start = System.nanoTime();
        Replay.Pace pace;
        try (var together = new Together(AT_ONCE)) {
            pace = new Replay(api, screen, catchUp, together, plan).run();
        }
        new Story(api, screen, catchUp, plan, replayed.marks(plan.slug())).tell();
        catchUp.await();
        replayed.remember(plan.slug(), text);
        var asExpected = print(List.of(plan));
        screen.say(Times.line(pace, Duration.ofNanos(System.nanoTime() - start)));
        return asExpected;
    }

    private boolean print(List<Plan> plans) {
        var reporting = new Reporting(api);
        var asExpected = true;
        for (var plan : plans) {
            var counted = reporting.reconcile(plan, replayed.marks(plan.slug()));
            Tables.lines(screen, plan, counted).forEach(screen::say);
            asExpected &= Verdicts.deviations(plan, counted).isEmpty();
        }
        return asExpected;
    }

    private boolean rebuild(boolean accept) {
        var plans = plans(known());
        if (!new Rebuild(api, screen, Pause.REAL).run(accept)) {
            return false;
        }
        new CatchUp(api, screen, Pause.REAL).await();
        return print(plans);
    }
}
