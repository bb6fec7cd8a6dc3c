package vn.dvk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;

/** The report as one file that needs nothing else: opened, printed, sent around. */
final class Page {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.systemDefault());

    private static final int WIDTH = 220;
    private static final int TARGET_AT = 110;

    private Page() {}

    static String of(Report report) {
        return template()
                .replace(
                        "{{scope}}",
                        escaped("Đo lúc %s, trong %d giây%s, bản %s · measured on the machine below."
                                .formatted(
                                        AT.format(report.at()),
                                        report.took().toSeconds(),
                                        report.quick() ? ", chạy nhanh" : "",
                                        report.commit())))
                .replace(
                        "{{ratios}}",
                        report.results().stream()
                                .filter(Result.Ratio.class::isInstance)
                                .map(one -> ratio((Result.Ratio) one))
                                .collect(Collectors.joining("\n")))
                .replace(
                        "{{figures}}",
                        report.results().stream()
                                .filter(Result.Figure.class::isInstance)
                                .map(one -> figure((Result.Figure) one))
                                .collect(Collectors.joining("\n")))
                .replace(
                        "{{machine}}",
                        report.machine().entrySet().stream()
                                .map(fact -> "<dt>%s</dt><dd>%s</dd>"
                                        .formatted(escaped(fact.getKey()), escaped(String.valueOf(fact.getValue()))))
                                .collect(Collectors.joining("\n")));
    }

    private static String ratio(Result.Ratio ratio) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td><td class=\"n\"><b>%s</b></td><td class=\"n\">%s</td><td class=\"n\">%s</td><td>%s</td></tr>"
                .formatted(
                        escaped(ratio.id()),
                        escaped(ratio.what()),
                        drawn(ratio),
                        shown(ratio.ours(), ratio.unit()),
                        shown(ratio.bare(), ratio.unit()),
                        Numbers.shown(ratio.median()),
                        Numbers.shown(ratio.worst()),
                        escaped(Report.target(ratio)),
                        verdict(ratio));
    }

    private static String figure(Result.Figure figure) {
        return "<tr><td>%s</td><td>%s</td><td class=\"n\"><b>%s</b></td><td class=\"n\">%s</td><td class=\"n\">%s</td><td>%s</td></tr>"
                .formatted(
                        escaped(figure.id()),
                        escaped(figure.what()),
                        shown(figure.median(), figure.unit()),
                        figure.taken().size() < 2 ? "" : shown(figure.worst(), figure.unit()),
                        escaped(Report.target(figure)),
                        verdict(figure));
    }

    /**
     * The target is the line in the middle; the dark mark is the median, the light band reaches from the best to the worst
     * pair, and what is better than the target lies to the right.
     */
    private static String drawn(Result.Ratio ratio) {
        var places = ratio.pairs().ratios(ratio.of()).stream()
                .map(one -> place(ratio.target(), one))
                .toList();
        var from = places.stream().mapToLong(Long::longValue).min().orElseThrow();
        var to = places.stream().mapToLong(Long::longValue).max().orElseThrow();
        var met = Boolean.TRUE.equals(ratio.met());
        return """
                <svg width="%1$d" height="22" role="img" aria-label="%2$s">\
                <rect class="rail" x="0" y="9" width="%1$d" height="4" rx="2"/>\
                <rect class="band %3$s" x="%4$d" y="6" width="%5$d" height="10" rx="3"/>\
                <rect class="mark %3$s" x="%6$d" y="3" width="4" height="16" rx="1"/>\
                <rect class="target" x="%7$d" y="0" width="2" height="22"/></svg>""".formatted(
                        WIDTH,
                        escaped("%s, %s".formatted(Numbers.shown(ratio.median()), Report.target(ratio))),
                        met ? "good" : "bad",
                        from,
                        Math.max(2, to - from),
                        place(ratio.target(), ratio.median()) - 2,
                        TARGET_AT);
    }

    /** On a scale of powers of two: half of the target is as far from it as its double. */
    static long place(Target target, double value) {
        var better = target instanceof Target.AtLeast ? value / target.bound() : target.bound() / value;
        var steps = Math.log(Math.max(1e-6, better)) / Math.log(2);
        return Math.round(Math.clamp(TARGET_AT + steps * WIDTH / 6, 2, WIDTH - 4));
    }

    private static String shown(double value, String unit) {
        return Numbers.shown(value) + " <small>" + escaped(unit) + "</small>";
    }

    private static String verdict(Result result) {
        var met = result.met();
        return met == null
                ? ""
                : "<span class=\"badge %s\">%s</span>".formatted(met ? "good" : "bad", escaped(Report.verdict(result)));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (var page = Objects.requireNonNull(Page.class.getResourceAsStream("/bench.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
