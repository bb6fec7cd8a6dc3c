package vn.dvk.replay.tables;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;

/**
 * Where the replay speaks: a terminal gets colors and moving bars, a file or a pipe one calm line when a part is done.
 *
 * @param out      in UTF-8
 * @param terminal whether lines may be drawn over
 * @param colored  whether the person wants colors
 */
public record Screen(PrintStream out, boolean terminal, boolean colored) {

    /** Colors on a terminal only, and not where <a href="https://no-color.org">NO_COLOR</a> is set. */
    public static Screen of(PrintStream out, Map<String, String> environment) {
        var console = System.console();
        var terminal = console != null && console.isTerminal() && !"dumb".equals(environment.get("TERM"));
        var silent = environment.getOrDefault("NO_COLOR", "");
        return new Screen(out, terminal, terminal && silent.isEmpty());
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    public Progress progress(String label, long total) {
        return new Progress(this, label, total);
    }

    String good(String text) {
        return painted("32", text);
    }

    String bad(String text) {
        return painted("31", text);
    }

    String dim(String text) {
        return painted("2", text);
    }

    String strong(String text) {
        return painted("1", text);
    }

    private String painted(String code, String text) {
        return colored ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }

    static String seconds(Duration time) {
        return Numbers.vietnamese(BigDecimal.valueOf(time.toMillis(), 3).setScale(1, RoundingMode.HALF_UP)) + " s";
    }
}
