package vn.dvk.reporting.read;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.dvk.reporting.domain.fact.Measure;

/** Sentences, numbers and dates in one language. */
public record Texts(MessageSource source, Locale locale) {

    /** In the language of the request. */
    public static Texts of(MessageSource source) {
        return new Texts(source, LocaleContextHolder.getLocale());
    }

    public boolean vietnamese() {
        return locale.getLanguage().equals("vi");
    }

    /** @throws org.springframework.context.NoSuchMessageException if there is no such text */
    public String get(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    public String unitOf(Measure measure) {
        return get("unit." + measure.code());
    }

    /** What is counted, as a sentence. */
    public String meaningOf(Measure measure) {
        return get("measure." + measure.code());
    }

    /** 4.494 in Vietnamese, 4,494 in English. */
    public String number(Number number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number instanceof BigDecimal exact ? exact : number.longValue());
    }

    /** dd/MM/yyyy in both languages, as the documents have it. */
    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT));
    }
}
