package vn.dvk.replay.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Case.Bound;
import vn.dvk.replay.plan.Plan;

/** The table of one case: published figure, counted figure, verdict; then the identities between the figures. */
public final class Tables {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int WIDEST_TEXT = 66;
    private static final int NUMBER = 9;

    private final Screen screen;
    private final Plan plan;
    private final Reconciliation counted;
    private final List<String> lines = new ArrayList<>();
    private final int idWidth;
    private final int textWidth;

    private Tables(Screen screen, Plan plan, Reconciliation counted) {
        this.screen = screen;
        this.plan = plan;
        this.counted = counted;
        var ids = new ArrayList<>(List.of("Mã"));
        var texts = new ArrayList<>(List.of("Số liệu công bố · published"));
        plan.of().published().forEach(figure -> {
            ids.add(figure.id());
            texts.add(figure.text());
        });
        plan.of().identities().forEach(identity -> {
            ids.add(identity.id());
            texts.add(expression(identity));
        });
        this.idWidth = widest(ids);
        this.textWidth = Math.min(WIDEST_TEXT, widest(texts));
    }

    /** @return the lines of the table, without the line ends */
    public static List<String> lines(Screen screen, Plan plan, Reconciliation counted) {
        var table = new Tables(screen, plan, counted);
        table.write();
        return List.copyOf(table.lines);
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(Columns::width).max().orElse(0);
    }

    private void write() {
        var programme = plan.of().programme();
        lines.add("");
        lines.add(screen.strong(programme.name()));
        lines.add(screen.dim(
                "%s · %s · số liệu đến %s".formatted(plan.of().name(), programme.code(), day(programme.cutOff()))));
        writeFigures();
        writeIdentities();
        writeElsewhere();
        writeConclusion();
    }

    private void writeFigures() {
        if (plan.of().published().isEmpty()) {
            lines.add("  Hồ sơ không có số liệu công bố. (The case states no published figures.)");
            return;
        }
        lines.add(screen.dim(row("Mã", "Số liệu công bố · published", "công bố", "đếm được", "lệch", "kết luận")));
        for (var figure : plan.of().published()) {
            var answer = counted.figures().get(figure.id());
            if (answer == null) {
                lines.add(row(figure.id(), figure.text(), published(figure), "?", "", screen.bad("? không trả lời")));
                continue;
            }
            lines.add(row(
                    figure.id(),
                    figure.text(),
                    published(figure),
                    shown(answer.counted()),
                    difference(answer.difference()),
                    verdict(answer.verdict())));
            reason(answer.cause());
        }
    }

    private void writeIdentities() {
        if (plan.of().identities().isEmpty()) {
            return;
        }
        lines.add(screen.dim(row("", "Đẳng thức · identities", "vế trái", "vế phải", "lệch", "kết luận")));
        for (var identity : plan.of().identities()) {
            var answer = counted.identities().get(identity.id());
            if (answer == null) {
                lines.add(row(identity.id(), expression(identity), "?", "?", "", screen.bad("? không trả lời")));
                continue;
            }
            lines.add(row(
                    identity.id(),
                    expression(identity),
                    shown(answer.left()),
                    shown(answer.right()),
                    difference(answer.difference()),
                    verdict(answer.verdict())));
            reason(answer.hint() instanceof Reconciliation.Hint hint ? hint.text() : null);
        }
    }

    /** Commended in the same document, but under another programme: shown, and not part of the figures above. */
    private void writeElsewhere() {
        for (var elsewhere : counted.elsewhere()) {
            var subjects = elsewhere.awarded().entrySet().stream()
                    .map(entry -> "%s %s".formatted(Numbers.vietnamese(entry.getValue()), subject(entry.getKey())))
                    .collect(Collectors.joining(", "));
            lines.add("  Không tính ở trên · not counted above: %s – khen %s"
                    .formatted(elsewhere.programme(), subjects.isEmpty() ? "0" : subjects));
        }
    }

    private void writeConclusion() {
        var deviations = Verdicts.deviations(plan, counted);
        if (deviations.isEmpty()) {
            lines.add(screen.good("  ✓ Đúng như hồ sơ chờ đợi · as the case expects"));
        } else {
            lines.add(screen.bad("  ✗ Khác với hồ sơ chờ đợi · not as the case expects"));
            deviations.forEach(deviation -> lines.add("    " + deviation));
        }
    }

    private String row(String id, String text, String left, String right, String difference, String verdict) {
        return "  %s  %s  %s  %s  %s  %s"
                .formatted(
                        Columns.padded(id, idWidth),
                        Columns.padded(Columns.shortened(text, textWidth), textWidth),
                        Columns.leftPadded(left, NUMBER),
                        Columns.leftPadded(right, NUMBER),
                        Columns.leftPadded(difference, NUMBER),
                        verdict);
    }

    private void reason(@Nullable String text) {
        if (text != null) {
            lines.add("  %s  %s".formatted(" ".repeat(idWidth), screen.dim("↳ " + text)));
        }
    }

    private static String expression(Case.Identity identity) {
        var bound = switch (identity.bound()) {
            case Bound.Figure(var id) -> id;
            case Bound.Number(var value) -> Numbers.vietnamese(value);
        };
        var relation = switch (identity.relation()) {
            case EQUALS -> " = ";
            case AT_MOST -> " ≤ ";
        };
        return String.join(" + ", identity.sum()) + relation + bound;
    }

    private String verdict(String verdict) {
        return switch (verdict) {
            case "match" -> screen.good("✓ khớp");
            case "holds" -> screen.good("✓ đúng");
            case "mismatch" -> screen.bad("✗ lệch");
            case "fails" -> screen.bad("✗ sai");
            case "not-checkable" -> screen.dim("– không kiểm được");
            // The platform's words are text to us: a new one is shown as it is.
            default -> "? " + verdict;
        };
    }

    private static String subject(String subject) {
        return switch (subject) {
            case "COLLECTIVE" -> "tập thể";
            case "INDIVIDUAL" -> "cá nhân";
            case "HOUSEHOLD" -> "hộ";
            default -> subject;
        };
    }

    private static String published(Case.Published figure) {
        var value = shown(figure.value());
        return Boolean.TRUE.equals(figure.atLeast()) && figure.value() != null ? "≥ " + value : value;
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "–" : Numbers.vietnamese(number);
    }

    private static String difference(@Nullable BigDecimal number) {
        return number == null ? "–" : Numbers.signed(number);
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
