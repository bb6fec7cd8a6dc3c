package vn.dvk.replay.tables;

import java.text.Normalizer;

/** Widths as a terminal shows them: Vietnamese letters written with separate marks take one column each. */
final class Columns {

    private Columns() {}

    static int width(String text) {
        return (int) Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String leftPadded(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    static String shortened(String text, int width) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return width(composed) <= width ? composed : composed.substring(0, width - 1) + "…";
    }
}
