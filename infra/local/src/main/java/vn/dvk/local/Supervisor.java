package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the platform's processes running: starts them stage by stage, starts again what dies, stops them in reverse
 * order, and takes orders over the {@link ControlSocket}. One for each {@code DVK_HOME}.
 */
public final class Supervisor implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int LAST_LINES = 12;

    private static final String SECOND_SUFFIX = "-2";

    private final List<List<Child>> stages;
    private final Function<String, Optional<Child>> second;
    private final Announcements announcements;
    private final FileLock lock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private final ScheduledExecutorService logRoller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-roller").factory());
    private @Nullable ControlSocket control;

    private Supervisor(
            List<List<Child>> stages,
            Function<String, Optional<Child>> second,
            Announcements announcements,
            FileLock lock) {
        this.stages = stages;
        this.second = second;
        this.announcements = announcements;
        this.lock = lock;
    }

    /** Runs the platform until SIGTERM or {@code down}; arguments name the programs to run, none means all. */
    public static void main(String[] arguments) throws Exception {
        try {
            var settings = Settings.of(System.getenv());
            var wanted = List.of(arguments);
            var programs = Platform.stages(settings).stream()
                    .map(stage -> stage.stream()
                            .filter(program -> wanted.isEmpty() || wanted.contains(program.name()))
                            .toList())
                    .toList();
            System.exit(run(settings, programs));
        } catch (CannotRun e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(Settings settings, List<List<Program>> programs) throws IOException {
        try (var supervisor = open(settings, programs, name -> Platform.second(settings, name))) {
            Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop));
            return supervisor.start() && supervisor.awaitStopped() ? 0 : 1;
        }
    }

    /**
     * Takes possession of the platform's home, stops what a killed supervisor left behind, and listens for orders. Starts
     * nothing yet.
     *
     * @param second what runs beside a program when it is to run twice; empty when it cannot
     */
    static Supervisor open(Settings settings, List<List<Program>> programs, Function<String, Optional<Program>> second)
            throws IOException {
        Files.createDirectories(settings.home());
        Files.createDirectories(
                settings.run(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var lock = lock(settings);
        Files.writeString(
                settings.run().resolve("supervisor.pid"),
                Long.toString(ProcessHandle.current().pid()));
        var announcements = new Announcements();
        var orphans = Orphans.of(settings);
        if (!orphans.isEmpty()) {
            announcements.say(both(
                            "Đang dừng %1$d tiến trình còn sót lại từ lần chạy trước.",
                            "Stopping %1$d process(es) an earlier run left behind.")
                    .formatted(orphans.size()));
            Orphans.stop(orphans);
        }
        Consumer<String> say = line -> {
            System.out.println(Instant.now() + " " + line);
            announcements.say(line);
        };
        Function<Program, Child> child = program -> new Child(program, settings, say);
        List<List<Child>> stages = programs.stream()
                .<List<Child>>map(stage ->
                        new CopyOnWriteArrayList<>(stage.stream().map(child).toList()))
                .toList();
        var supervisor = new Supervisor(stages, name -> second.apply(name).map(child), announcements, lock);
        supervisor.control = ControlSocket.listen(ControlSocket.in(settings), supervisor::answer);
        return supervisor;
    }

    /** Starts everything; false, with a sentence, when something does not come up, and then everything is stopped again. */
    boolean start() {
        try {
            children().forEach(Supervisor::requirePortsFree);
            for (var stage : stages) {
                start(stage);
            }
            announcements.finish(0);
            logRoller.scheduleWithFixedDelay(
                    () -> children().forEach(child -> child.log().roll()), 1, 1, TimeUnit.MINUTES);
            return true;
        } catch (CannotRun e) {
            announcements.say(String.valueOf(e.getMessage()));
            System.err.println(e.getMessage());
            stop();
            return false;
        }
    }

    /** Stops everything, the last stage first; returns when that is done, whoever began it. */
    void stop() {
        if (beginToStop()) {
            for (var stage : stages.reversed()) {
                inParallel(stage, Child::stop);
            }
            announcements.finish(1);
            stopped.countDown();
        }
        awaitStopped();
    }

    @Override
    public void close() throws IOException {
        stop();
        logRoller.shutdownNow();
        if (control != null) {
            control.close();
        }
        lock.channel().close();
    }

    private boolean awaitStopped() {
        try {
            stopped.await();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void start(List<Child> stage) {
        var deadline = Instant.now().plus(START_LIMIT);
        stage.forEach(this::startUnlessStopping);
        for (var child : stage) {
            if (!child.awaitReady(Duration.between(Instant.now(), deadline))) {
                throw stopping
                        ? new CannotRun(both("Bị dừng khi đang khởi động.", "Stopped while starting."))
                        : didNotStart(child);
            }
        }
    }

    /** Once stopping has begun nothing is started any more, so what is stopped stays so. */
    private synchronized void startUnlessStopping(Child child) {
        if (stopping) {
            throw new CannotRun(both("Nền tảng đang dừng.", "The platform is stopping."));
        }
        child.start();
    }

    private synchronized boolean beginToStop() {
        boolean first = !stopping;
        stopping = true;
        return first;
    }

    private static CannotRun didNotStart(Child child) {
        var last = String.join("\n    ", child.log().lastLines(LAST_LINES));
        return new CannotRun(
                both("%1$s không khởi động được, nhật ký %2$s kết thúc bằng", "%1$s did not start; its log ends with")
                                .formatted(child.program().name(), child.log().file())
                        + ":\n    "
                        + last);
    }

    private static void requirePortsFree(Child child) {
        child.program().ports().forEach(Loopback::requireFree);
    }

    private int answer(String request, Consumer<String> say) throws InterruptedException {
        var words = request.split(" ", 2);
        return switch (words[0]) {
            case "await" -> awaitAll(say);
            case "status" -> status(say);
            case "down" -> down(say);
            case "scale" -> scale(words.length < 2 ? "" : words[1], say);
            case "start", "stop", "restart" -> order(words[0], words.length < 2 ? "" : words[1], say);
            default ->
                refuse(both("Không có lệnh “%1$s”.", "Unknown order “%1$s”.").formatted(request), say);
        };
    }

    /** What {@code up} waits for: that everything runs, what was stopped by hand as well. */
    private int awaitAll(Consumer<String> say) throws InterruptedException {
        int outcome = announcements.follow(say);
        for (var child : children().toList()) {
            if (outcome == 0 && child.snapshot().state() == Child.State.STOPPED) {
                outcome = order("start", child.program().name(), say);
            }
        }
        return outcome;
    }

    private int down(Consumer<String> say) {
        stop();
        say.accept(both("Đã dừng.", "Stopped."));
        return 0;
    }

    private int status(Consumer<String> say) {
        boolean allReady = true;
        for (var child : children().toList()) {
            var seen = child.snapshot();
            allReady &= seen.state() == Child.State.READY;
            say.accept("  %-14s %-9s %-10s %-9s %s"
                    .formatted(
                            seen.name(),
                            seen.state().name().toLowerCase(Locale.ROOT),
                            seen.pid() == null ? "" : "pid " + seen.pid(),
                            memory(seen.pid()),
                            seen.restarts() == 0
                                    ? ""
                                    : both("chạy lại %1$d lần", "restarted %1$d time(s)")
                                            .formatted(seen.restarts())));
        }
        return allReady ? 0 : 1;
    }

    private int order(String order, String name, Consumer<String> say) {
        var child = find(name);
        if (child.isEmpty()) {
            var names = String.join(
                    ", ", children().map(known -> known.program().name()).toList());
            return refuse(
                    both("Không có “%1$s”, chỉ có: %2$s.", "There is no “%1$s” here; there are: %2$s.")
                            .formatted(name, names),
                    say);
        }
        if (!order.equals("start")) {
            child.get().stop();
        }
        if (order.equals("stop")) {
            say.accept(both("%1$s đã dừng.", "%1$s is stopped.").formatted(name));
            return 0;
        }
        startUnlessStopping(child.get());
        if (child.get().awaitReady(START_LIMIT)) {
            say.accept(both("%1$s đã sẵn sàng.", "%1$s is ready.").formatted(name));
            return 0;
        }
        return refuse(didNotStart(child.get()).getMessage(), say);
    }

    /** One instance of a program or two: {@code registration=2}. What it is already asks for nothing. */
    private int scale(String wish, Consumer<String> say) {
        var words = wish.split("=", 2);
        var name = words[0];
        if (words.length < 2 || !words[1].matches("[12]")) {
            return refuse(
                    both(
                                    "Cần TÊN=1 hoặc TÊN=2, ví dụ registration=2, không phải “%1$s”.",
                                    "NAME=1 or NAME=2 is needed, for example registration=2, not “%1$s”.")
                            .formatted(wish),
                    say);
        }
        var other = second.apply(name);
        var stage = stages.stream().filter(some -> has(some, name)).findFirst().orElse(List.of());
        if (other.isEmpty() || stage.isEmpty()) {
            var names = String.join(
                    ", ",
                    children()
                            .map(known -> known.program().name())
                            .filter(known -> second.apply(known).isPresent())
                            .toList());
            return refuse(
                    both("Không chạy được “%1$s” hai lần, chỉ có: %2$s.", "“%1$s” cannot run twice; these can: %2$s.")
                            .formatted(name, names),
                    say);
        }
        return words[1].equals("1") ? scaleDown(name, stage, say) : scaleUp(name, other.get(), stage, say);
    }

    private int scaleUp(String name, Child other, List<Child> stage, Consumer<String> say) {
        synchronized (stage) {
            if (!has(stage, name + SECOND_SUFFIX)) {
                try {
                    requirePortsFree(other);
                } catch (CannotRun e) {
                    return refuse(e.getMessage(), say);
                }
                stage.add(other);
            }
        }
        int outcome = order("start", name + SECOND_SUFFIX, say);
        if (outcome != 0) {
            dismissSecond(name, stage);
        }
        return outcome;
    }

    private int scaleDown(String name, List<Child> stage, Consumer<String> say) {
        dismissSecond(name, stage);
        say.accept(both("%1$s chạy một tiến trình.", "%1$s runs once.").formatted(name));
        return 0;
    }

    private void dismissSecond(String name, List<Child> stage) {
        find(name + SECOND_SUFFIX).ifPresent(other -> {
            other.stop();
            stage.remove(other);
        });
    }

    private static boolean has(List<Child> stage, String name) {
        return stage.stream().anyMatch(child -> child.program().name().equals(name));
    }

    private static int refuse(@Nullable String why, Consumer<String> say) {
        say.accept(String.valueOf(why));
        return 2;
    }

    private Optional<Child> find(String name) {
        return children().filter(child -> child.program().name().equals(name)).findFirst();
    }

    private Stream<Child> children() {
        return stages.stream().flatMap(List::stream);
    }

    private static void inParallel(List<Child> children, Consumer<Child> action) {
        var threads = new ArrayList<Thread>();
        children.forEach(child -> threads.add(Thread.ofVirtual().start(() -> action.accept(child))));
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileLock lock(Settings settings) throws IOException {
        var file = settings.run().resolve("supervisor.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process: the same answer
        }
        channel.close();
        throw new CannotRun(
                both("Nền tảng đang chạy trong %1$s.", "A platform is already running: see ./infra/dvk status.")
                        .formatted(settings.home()));
    }

    /** Resident memory as Linux tells it; elsewhere nothing. */
    private static String memory(@Nullable Long pid) {
        if (pid == null) {
            return "";
        }
        try (var lines = Files.lines(Path.of("/proc", pid.toString(), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("");
        } catch (IOException _) {
            return "";
        }
    }
}
