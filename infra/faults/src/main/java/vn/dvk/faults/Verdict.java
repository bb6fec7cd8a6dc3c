package vn.dvk.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What the oracle has found after a fault.
 *
 * @param equal    the read store says the same as one freshly built from the log
 * @param findings what is wrong, in words; promises that were not kept among it
 * @param remarks  what the fault has to tell besides
 */
public record Verdict(
        Fault fault,
        int accepted,
        long lost,
        long phantom,
        long outOfOrder,
        boolean equal,
        List<String> findings,
        List<String> remarks,
        Duration took) {

    private static final String ROW = "%-46s %9s %6s %8s %13s %13s %7s";

    private static final int LONGEST = 300;

    /** Two lines: Vietnamese, and English beneath it. */
    static String heading() {
        return ROW.formatted("lỗi", "đã nhận", "mất", "thừa", "sai thứ tự", "= dựng lại", "giây") + "\n"
                + ROW.formatted("fault", "accepted", "lost", "phantom", "out of order", "= a rebuild", "seconds");
    }

    public boolean good() {
        return lost == 0 && phantom == 0 && outOfOrder == 0 && equal && findings.isEmpty();
    }

    /** Its row, and beneath it what there is to say. */
    String shown() {
        var row = ROW.formatted(
                fault.name() + " " + fault.what(),
                accepted,
                lost,
                phantom,
                outOfOrder,
                equal ? "✓" : "✗",
                String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
        var lines = new StringBuilder(row);
        remarks.forEach(remark -> lines.append("\n    ").append(remark));
        findings.forEach(finding -> lines.append("\n  ✗ ").append(shortened(finding)));
        return lines.toString();
    }

    /** What a service says can be long; its log has the rest. */
    private static String shortened(String finding) {
        var line = finding.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
