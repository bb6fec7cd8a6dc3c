package vn.dvk.replay.tables;

import java.time.Duration;

/** One part of the work under way: a moving bar on a terminal, one line at its end elsewhere. Safe for several threads. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 24;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(80);
    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final Screen screen;
    private final String label;
    private final long start = System.nanoTime();
    private long total;
    private long done;
    private long drawn;

    Progress(Screen screen, String label, long total) {
        this.screen = screen;
        this.label = label;
        this.total = total;
        draw();
    }

    public synchronized void advance(long by) {
        at(done + by, total, "");
    }

    /** For work whose size is only found out while it runs. */
    public synchronized void at(long newDone, long newTotal, String note) {
        done = newDone;
        total = newTotal;
        if (System.nanoTime() - drawn > BETWEEN_DRAWINGS.toNanos()) {
            draw();
            if (screen.terminal() && !note.isEmpty()) {
                screen.out().print(" " + screen.dim(note));
                screen.out().flush();
            }
        }
    }

    private void draw() {
        drawn = System.nanoTime();
        if (screen.terminal()) {
            var filled = total == 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / total);
            screen.out()
                    .print("%s  %s %s%s %s/%s"
                            .formatted(
                                    CLEAR_LINE,
                                    Columns.padded(label, 42),
                                    screen.good("█".repeat(filled)),
                                    screen.dim("░".repeat(WIDTH - filled)),
                                    Numbers.vietnamese(done),
                                    Numbers.vietnamese(total)));
            screen.out().flush();
        }
    }

    @Override
    public synchronized void close() {
        var took = Screen.seconds(Duration.ofNanos(System.nanoTime() - start));
        screen.say((screen.terminal() ? CLEAR_LINE : "") + "  " + Columns.padded(label, 42) + " "
                + Columns.leftPadded(amount(), 7) + "  " + took);
    }

    /** All of it, or how far it came; work that turned out to be none has no amount. */
    private String amount() {
        if (total == 0) {
            return "";
        }
        return done == total ? Numbers.vietnamese(total) : Numbers.vietnamese(done) + "/" + Numbers.vietnamese(total);
    }
}
