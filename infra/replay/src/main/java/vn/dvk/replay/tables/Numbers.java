package vn.dvk.replay.tables;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers the Vietnamese way: 4.494 is four thousand four hundred and ninety-four, 0,5 is a half. */
final class Numbers {

    private Numbers() {}

    static String vietnamese(long number) {
        return vietnamese(BigDecimal.valueOf(number));
    }

    static String vietnamese(BigDecimal number) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.##", symbols).format(number);
    }

    /** With its sign; nothing is lost when a difference is read aloud. */
    static String signed(BigDecimal number) {
        return number.signum() > 0 ? "+" + vietnamese(number) : vietnamese(number);
    }
}
