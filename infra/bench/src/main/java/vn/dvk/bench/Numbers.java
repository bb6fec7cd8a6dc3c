package vn.dvk.bench;

import java.util.Locale;

/** Numbers as Vietnamese readers write them: 4.494 and 0,92. */
final class Numbers {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Numbers() {}

    /** Whole from a hundred on, otherwise with as many places as tell. */
    static String shown(double value) {
        var places = Math.abs(value) >= 100 || value == Math.rint(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(VIETNAMESE, "%,." + places + "f", value);
    }
}
