package vn.dvk.reporting.read.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Malformed;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.service.web.Refused;

/** Counts what was published, and looks for what may be behind a difference. */
@Component
class Reconciler {

    /** What may be behind a difference, or why nothing can be said. */
    enum Cause {
        SWAPPED_DIGITS,
        OTHER_PROGRAMMES,
        STOCK_AND_FLOW,
        RECOGNIZED_AND_AWARDED,
        NO_VALUE,
        NO_DENOMINATOR,
        UNKNOWN_FILTER
    }

    /** The three things that can be said of a figure. */
    enum Verdict {
        MATCH,
        MISMATCH,
        NOT_CHECKABLE
    }

    /** @param filter absent if it was not understood */
    record Checked(
            Claim.Figure figure,
            @Nullable Filter filter,
            @Nullable BigDecimal counted,
            Verdict verdict,
            @Nullable Cause cause) {}

    private final Counting counting;
    private final Directory directory;

    Reconciler(Counting counting, Directory directory) {
        this.counting = counting;
        this.directory = directory;
    }

    /** @throws Refused if the programme is not known */
    LocalDate asOf(Claim claim) {
        var programme = directory
                .now()
                .programme(claim.programme())
                .orElseThrow(() -> Refused.notFound("programme", claim.programme()));
        var asked = Parameters.date("asOf", claim.asOf());
        return asked == null ? programme.cutOff() : asked;
    }

    Checked check(Claim.Figure figure, Claim claim, LocalDate asOf, @Nullable Instant asKnown) {
        Filter filter;
        BigDecimal counted;
        try {
            filter = filter(figure, claim, asOf, asKnown);
            counted = counting.count(filter, List.of()).total();
        } catch (Malformed | Refused _) {
            return new Checked(figure, null, null, Verdict.NOT_CHECKABLE, Cause.UNKNOWN_FILTER);
        }
        if (counted == null) {
            return new Checked(figure, filter, null, Verdict.NOT_CHECKABLE, Cause.NO_DENOMINATOR);
        }
        var claimed = figure.value();
        if (claimed == null) {
            return new Checked(figure, filter, counted, Verdict.NOT_CHECKABLE, Cause.NO_VALUE);
        }
        return claimed.compareTo(counted) == 0
                ? new Checked(figure, filter, counted, Verdict.MATCH, null)
                : new Checked(figure, filter, counted, Verdict.MISMATCH, cause(filter, claimed, counted));
    }

    private static Filter filter(Claim.Figure figure, Claim claim, LocalDate asOf, @Nullable Instant asKnown) {
        var given = new LinkedHashMap<String, String>();
        given.put("programme", claim.programme());
        given.put("asOf", asOf.toString());
        figure.counts().forEach((name, value) -> {
            if (value != null) {
                given.put(name, value.toString());
            }
        });
        var filter = Parameters.read(given);
        return filter.asKnown() != null || asKnown == null
                ? filter
                : new Filter(
                        filter.measure(), filter.where(), filter.asOf(), filter.from(), asKnown, filter.organisation());
    }

    private @Nullable Cause cause(Filter filter, BigDecimal claimed, BigDecimal counted) {
        if (SwappedDigits.isSwapOf(claimed, counted)) {
            return Cause.SWAPPED_DIGITS;
        }
        if (sameHost(filter).filter(all -> claimed.compareTo(all) == 0).isPresent()) {
            return Cause.OTHER_PROGRAMMES;
        }
        if (filter.from() != null && is(claimed, filter.from(null))) {
            return Cause.STOCK_AND_FLOW;
        }
        var other = otherHonour(filter);
        return other != null && is(claimed, other) ? Cause.RECOGNIZED_AND_AWARDED : null;
    }

    private boolean is(BigDecimal claimed, Filter filter) {
        var counted = counting.count(filter, List.of()).total();
        return counted != null && claimed.compareTo(counted) == 0;
    }

    /** The same question over all programmes of the host, if there are others. */
    private Optional<BigDecimal> sameHost(Filter filter) {
        var programmes = directory.now().programmes();
        var host = programmes.stream()
                .filter(programme -> programme.code().equals(filter.get(Dimension.PROGRAMME)))
                .findFirst()
                .map(programme -> programme.host());
        var all = programmes.stream()
                .filter(programme -> host.filter(programme.host()::equals).isPresent())
                .toList();
        if (all.size() < 2) {
            return Optional.empty();
        }
        return all.stream()
                .map(programme -> counting.count(filter.with(Dimension.PROGRAMME, programme.code()), List.of())
                        .total())
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add);
    }

    /** The question somebody asks who takes recognition and commendation for one thing. */
    private static @Nullable Filter otherHonour(Filter filter) {
        if (filter.measure() == Measure.RECOGNIZED || filter.measure() == Measure.RECOGNITIONS) {
            return filter.without(Dimension.LEVEL).with(Measure.AWARDED);
        }
        return filter.measure() == Measure.AWARDED
                ? filter.without(Dimension.FORM)
                        .without(Dimension.TRACK)
                        .without(Dimension.CATEGORY)
                        .without(Dimension.ISSUER)
                        .with(Measure.RECOGNIZED)
                : null;
    }

    static Map<String, BigDecimal> claimed(List<Claim.Figure> published) {
        var claimed = new HashMap<String, BigDecimal>();
        published.forEach(figure -> {
            if (figure.value() != null) {
                claimed.put(figure.id(), figure.value());
            }
        });
        return claimed;
    }
}
