package vn.dvk.reporting.read.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.claim.Statement;

/**
 * What somebody has published.
 *
 * @param asOf    last business date that counts; by default the programme's cut-off
 * @param asKnown what was known at that moment; by default now
 */
record Claim(
        @NotBlank String programme,
        @Nullable String asOf,
        @Nullable String asKnown,
        @NotNull @Size(max = 500) List<@Valid Figure> published,
        @Nullable @Size(max = 500) List<@Valid Equation> identities) {

    /** What was entered, as it is asked about. */
    static Claim of(Statement said, @Nullable String asKnown) {
        return new Claim(
                said.programme(),
                said.asOf() == null ? null : said.asOf().toString(),
                asKnown,
                said.figures().stream()
                        .map(one -> new Figure(
                                one.id(),
                                one.text(),
                                one.value(),
                                one.atLeast(),
                                new LinkedHashMap<>(one.counts()),
                                one.comparedWith() == null ? null : new LinkedHashMap<>(one.comparedWith())))
                        .toList(),
                null);
    }

    /**
     * @param value        null if the text gives none
     * @param atLeast      true if the text says “more than” or “over”: that many or more
     * @param counts       the filter whose count it should be
     * @param comparedWith a filter like {@code counts}: the figure says how many more those are than these
     */
    record Figure(
            @NotBlank @Size(max = 80) String id,
            @Nullable @Size(max = 4000) String text,
            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal value,
            @Nullable Boolean atLeast,
            @NotNull Map<String, @Nullable Object> counts,
            @Nullable Map<String, @Nullable Object> comparedWith) {

        boolean agreesWith(BigDecimal claimed, BigDecimal counted) {
            var difference = counted.compareTo(claimed);
            return Boolean.TRUE.equals(atLeast) ? difference >= 0 : difference == 0;
        }
    }

    /**
     * The sum of published figures against another one or a number.
     *
     * @param equals id of a figure, or a number
     * @param atMost the same, where the sum may be less
     */
    record Equation(
            @NotBlank @Size(max = 80) String id,
            @NotNull @Size(min = 1, max = 100) List<String> sum,
            @Nullable Object equals,
            @Nullable Object atMost) {}
}
