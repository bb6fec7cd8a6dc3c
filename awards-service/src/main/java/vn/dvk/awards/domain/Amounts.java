package vn.dvk.awards.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What money goes with an award by the rules in force on the day of its decision: coefficient × base salary (hệ số × mức
 * lương cơ sở). Both tables are data, because both change and because not every giver pays by them; where one of them has
 * no row for the day there is no amount, and none is invented.
 */
public record Amounts(List<BaseSalary> baseSalaries, List<Coefficient> coefficients) {

    private static final Pattern OF_TABLES = Pattern.compile("(?s)[0-9.]+ × \\d+ đ \\(.*; .*\\)");

    public static final Amounts NONE = new Amounts(List.of(), List.of());

    public Amounts {
        baseSalaries = List.copyOf(baseSalaries);
        coefficients = List.copyOf(coefficients);
    }

    /**
     * @param to     last day; null while it is in force
     * @param amount đồng a month
     * @param source the rule that set it
     */
    public record BaseSalary(LocalDate from, @Nullable LocalDate to, long amount, String source) {}

    /**
     * @param issuer who gives it, as decisions name it; null: whoever does
     * @param to     last day; null while it is in force
     * @param factor times the base salary
     * @param source the rule that set it
     */
    public record Coefficient(
            String form,
            String track,
            Subject subject,
            @Nullable String issuer,
            LocalDate from,
            @Nullable LocalDate to,
            BigDecimal factor,
            String source) {

        boolean isFor(String form, String track, Subject subject, String issuer) {
            return this.form.equals(form)
                    && this.track.equals(track)
                    && this.subject == subject
                    && (this.issuer == null || this.issuer.equalsIgnoreCase(issuer));
        }
    }

    /**
     * An amount and where it comes from.
     *
     * @param amount in đồng
     */
    public record Amount(long amount, String basis) {}

    /** @return nothing where one of the tables says nothing of that day */
    public Optional<Amount> of(String form, String track, Subject subject, DecisionPaper decision) {
        var day = decision.date();
        return coefficients.stream()
                .filter(one -> one.isFor(form, track, subject, decision.issuer()) && within(one.from, one.to, day))
                .findFirst()
                .flatMap(coefficient -> baseSalaries.stream()
                        .filter(one -> within(one.from, one.to, day))
                        .findFirst()
                        .map(base -> amount(coefficient, base)));
    }

    /** Whether a basis is written as the tables write theirs; otherwise somebody has typed it. */
    static boolean wrote(String basis) {
        return OF_TABLES.matcher(basis).matches();
    }

    private static Amount amount(Coefficient coefficient, BaseSalary base) {
        var amount = coefficient
                .factor()
                .multiply(BigDecimal.valueOf(base.amount()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Amount(
                amount,
                "%s × %d đ (%s; %s)"
                        .formatted(
                                coefficient.factor().toPlainString(),
                                base.amount(),
                                coefficient.source(),
                                base.source()));
    }

    private static boolean within(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
