package vn.dvk.registration.store;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as people search for it: lower case, without diacritics, đ as d, one blank between words. Both what is searched
 * and what is asked for. The Icelandic Ð, which some keyboards give for the Vietnamese Đ, looks the same and is the same.
 */
public final class SearchText {

    private SearchText() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
