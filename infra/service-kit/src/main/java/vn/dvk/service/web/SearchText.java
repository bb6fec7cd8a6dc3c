package vn.dvk.service.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as people search for it: without case, without marks, đ as d, blanks as one. So “hoa binh” finds Hòa Bình and Hoà
 * Bình, typed in whichever form. What is stored for searching and what is asked for are folded by the same rule.
 */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Đ has no mark that could be taken off, and has twins of other alphabets that old keyboards and documents write. */
    private static final Pattern D = Pattern.compile("[đð\u0256]");

    private static final Pattern APOSTROPHE = Pattern.compile("[\u2018\u2019\u02bc\u00b4`]");

    private SearchText() {}

    public static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // Up and down, because some letters are two in capitals.
        var small = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var plain = APOSTROPHE.matcher(D.matcher(small).replaceAll("d")).replaceAll("'");
        return BLANKS.matcher(MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
