package vn.dvk.reporting.read.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dvk.reporting.live.Overview;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Texts;

/** Numbers as the page writes them, and the lengths of its bars. */
public record Figures(
        Texts words, Overview overview, @Nullable LocalDate asOf) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public String number(long number) {
        return words.number(number);
    }

    /** In percent of what was registered, 0 to 100. */
    public long share(long number) {
        return percent(number, overview.registered().total());
    }

    /** In percent of the largest field. */
    public double ofLargest(long number) {
        var largest = overview.fields().stream()
                .mapToLong(Overview.Field::total)
                .max()
                .orElse(0);
        return largest == 0 ? 0 : 100.0 * number / largest;
    }

    private static long percent(long number, long base) {
        return base == 0 ? 0 : Math.clamp(Math.round(100.0 * number / base), 0, 100);
    }

    /** Time of day in Vietnam. */
    public String time(String instant) {
        return Instant.parse(instant).atZone(Directory.VIETNAM).format(TIME);
    }

    /** This page in another language. */
    public String address(String language) {
        var address = UriComponentsBuilder.fromPath("/")
                .queryParamIfPresent("programme", Optional.ofNullable(overview.programme()))
                .queryParamIfPresent("asOf", Optional.ofNullable(asOf))
                .queryParam("lang", language);
        return address.encode().toUriString();
    }
}
