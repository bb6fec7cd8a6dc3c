package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.nio.file.Path;

/** The other end of the {@link ControlSocket}: carries an order to the supervisor and prints what it answers. */
public final class Control {

    private static final int NOT_RUNNING = 3;

    private Control() {}

    /** The arguments are the order; the exit code is the supervisor's, or 3 when none is running. */
    public static void main(String[] arguments) {
        try {
            System.exit(order(Settings.of(System.getenv()), String.join(" ", arguments)));
        } catch (CannotRun e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int order(Settings settings, String order) {
        Path socket = ControlSocket.in(settings);
        var answer = ControlSocket.ask(socket, order, System.out::println);
        if (answer.isPresent()) {
            return answer.getAsInt();
        }
        var orphans = Orphans.of(settings).stream()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .toList();
        if (order.equals("down") && !orphans.isEmpty()) {
            Orphans.stop(orphans);
            System.out.println(both(
                            "Đã dừng %1$d tiến trình không còn bộ giám sát.",
                            "Stopped %1$d process(es) without a supervisor.")
                    .formatted(orphans.size()));
            return 0;
        }
        System.out.println(
                orphans.isEmpty()
                        ? both("Nền tảng không chạy.", "The platform is not running.")
                        : both(
                                        "Bộ giám sát đã mất, %1$d tiến trình còn chạy: hãy dùng ./infra/dvk up hoặc down.",
                                        "The supervisor is gone, %1$d process(es) still run: ./infra/dvk up or down puts that right.")
                                .formatted(orphans.size()));
        return order.equals("down") ? 0 : NOT_RUNNING;
    }
}
