package vn.dvk.awards.store;

import java.text.Normalizer;
import java.util.Locale;

/** Text as people search for it: lower case, without diacritics, đ as d. */
public final class SearchText {

    private SearchText() {}

    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
