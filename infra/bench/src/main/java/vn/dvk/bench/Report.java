package vn.dvk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured: as a table, as a page, and as a raw file with every single value.
 *
 * @param commit  of the sources, with a mark if they were changed
 * @param machine facts without which a figure says nothing
 */
record Report(
        Instant at, Duration took, boolean quick, String commit, Map<String, Object> machine, List<Result> results) {

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault());

    Report {
        results = List.copyOf(results);
    }

    /** @return the page */
    Path write(Path home) {
        var folder = home.resolve("results").resolve(FOLDER.format(at));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("bench.json"), json());
            return Files.writeString(folder.resolve("bench.html"), Page.of(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("at", at.toString());
        all.put("seconds", took.toMillis() / 1000.0);
        all.put("quick", quick);
        all.put("commit", commit);
        all.put("machine", machine);
        all.put("results", results.stream().map(Report::raw).toList());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all);
    }

    private static Map<String, @Nullable Object> raw(Result result) {
        var raw = new LinkedHashMap<String, @Nullable Object>();
        raw.put("id", result.id());
        raw.put("what", result.what());
        var target = result.target();
        raw.put("target", target == null ? null : target.sign() + " " + target.bound());
        raw.put("median", result.median());
        raw.put("worst", result.worst());
        raw.put("met", result.met());
        switch (result) {
            case Result.Ratio ratio -> {
                raw.put("of", ratio.of());
                raw.put("unit", ratio.unit());
                raw.put("ours", ratio.ours());
                raw.put("bare", ratio.bare());
                raw.put(
                        "pairs",
                        ratio.pairs().all().stream()
                                .map(pair -> Map.of(
                                        "ours", pair.ours().values(),
                                        "bare", pair.bare().values()))
                                .toList());
            }
            case Result.Figure figure -> {
                raw.put("unit", figure.unit());
                raw.put("taken", figure.taken());
                raw.put("about", figure.about());
            }
        }
        return raw;
    }

    /** One line per result, columns as wide as they need to be. */
    List<String> table() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "",
                "đo gì / what",
                "nền tảng / ours",
                "vòng lặp trần / bare",
                "trung vị / median",
                "tệ nhất / worst",
                "đích / target",
                ""));
        results.forEach(result -> rows.add(row(result)));
        var widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        });
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Result result) {
        return switch (result) {
            case Result.Ratio ratio ->
                List.of(
                        ratio.id(),
                        ratio.what(),
                        Numbers.shown(ratio.ours()) + " " + ratio.unit(),
                        Numbers.shown(ratio.bare()) + " " + ratio.unit(),
                        Numbers.shown(ratio.median()),
                        Numbers.shown(ratio.worst()),
                        target(ratio),
                        verdict(ratio));
            case Result.Figure figure ->
                List.of(
                        figure.id(),
                        figure.what(),
                        Numbers.shown(figure.median()) + " " + figure.unit(),
                        "",
                        "",
                        figure.taken().size() < 2 ? "" : Numbers.shown(figure.worst()),
                        target(figure),
                        verdict(figure));
        };
    }

    static String target(Result result) {
        var target = result.target();
        return target == null ? "" : target.sign() + " " + Numbers.shown(target.bound());
    }

    static String verdict(Result result) {
        var met = result.met();
        return met == null ? "" : met ? "✓ đạt / met" : "✗ chưa / not yet";
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder("  ");
        for (var i = 0; i < widths.length; i++) {
            var cell = row.get(i);
            var blanks = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
            line.append(i < 2 || i == widths.length - 1 ? cell + blanks : blanks + cell)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }
}
