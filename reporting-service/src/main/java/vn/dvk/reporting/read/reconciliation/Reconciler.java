package vn.dvk.reporting.read.reconciliation;

import java.math.BigDecimal;
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
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;
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
        SEVERAL_TRACKS,
        UNKNOWN_FILTER
    }

    /** The three things that can be said of a figure. */
    enum Verdict {
        MATCH,
        MISMATCH,
        NOT_CHECKABLE
    }

    /** @param counted null if it has no denominator, or awards of several tracks would be added up */
    record Count(Filter filter, @Nullable BigDecimal counted) {}

    /**
     * @param count    absent if a filter was not understood
     * @param compared absent also if the figure is compared with none
     * @param counted  what the figure should be
     */
    record Checked(
            Claim.Figure figure,
            @Nullable Count count,
            @Nullable Count compared,
            @Nullable BigDecimal counted,
            Verdict verdict,
            @Nullable Cause cause) {}

    private final Counting counting;
    private final Directory directory;
    private final Watermarks watermarks;

    Reconciler(Counting counting, Directory directory, Watermarks watermarks) {
        this.counting = counting;
        this.directory = directory;
        this.watermarks = watermarks;
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

    Checked check(Claim.Figure figure, Claim claim, LocalDate asOf, Moment asKnown) {
        Count count;
        Count compared;
        try {
            count = count(figure.counts(), claim, asOf, asKnown);
            compared = figure.comparedWith() == null ? null : count(figure.comparedWith(), claim, asOf, asKnown);
        } catch (Malformed | Refused _) {
            return new Checked(figure, null, null, null, Verdict.NOT_CHECKABLE, Cause.UNKNOWN_FILTER);
        }
        var counted = compared == null ? count.counted() : difference(count.counted(), compared.counted());
        if (counted == null) {
            var uncounted = compared != null && count.counted() != null ? compared : count;
            var cause = uncounted.filter().measure() == Measure.AWARDED ? Cause.SEVERAL_TRACKS : Cause.NO_DENOMINATOR;
            return new Checked(figure, count, compared, null, Verdict.NOT_CHECKABLE, cause);
        }
        var claimed = figure.value();
        if (claimed == null) {
            return new Checked(figure, count, compared, counted, Verdict.NOT_CHECKABLE, Cause.NO_VALUE);
        }
        if (figure.agreesWith(claimed, counted)) {
            return new Checked(figure, count, compared, counted, Verdict.MATCH, null);
        }
        var cause = compared == null ? cause(count.filter(), claimed, counted) : swapped(claimed, counted);
        return new Checked(figure, count, compared, counted, Verdict.MISMATCH, cause);
    }

    private Count count(Map<String, @Nullable Object> counts, Claim claim, LocalDate asOf, Moment asKnown) {
        var filter = filter(counts, claim, asOf, asKnown);
        if (filter.known().watermark() != null) {
            watermarks.require(filter.known().watermark());
        }
        return new Count(filter, counting.count(filter, List.of()).total());
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal these, @Nullable BigDecimal those) {
        return these == null || those == null ? null : these.subtract(those);
    }

    private static Filter filter(Map<String, @Nullable Object> counts, Claim claim, LocalDate asOf, Moment asKnown) {
        var given = new LinkedHashMap<String, String>();
        given.put("programme", claim.programme());
        given.put("asOf", asOf.toString());
        counts.forEach((name, value) -> {
            if (value != null) {
                given.put(name, value.toString());
            }
        });
        var filter = Parameters.read(given);
        return filter.asKnown() != null
                ? filter
                : new Filter(
                        filter.measure(), filter.where(), filter.asOf(), filter.from(), asKnown, filter.organisation());
    }

    private @Nullable Cause cause(Filter filter, BigDecimal claimed, BigDecimal counted) {
        var swapped = swapped(claimed, counted);
        if (swapped != null) {
            return swapped;
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

    private static @Nullable Cause swapped(BigDecimal claimed, BigDecimal counted) {
        return SwappedDigits.isSwapOf(claimed, counted) ? Cause.SWAPPED_DIGITS : null;
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
        var isOfAnyTrack = !Counting.apart(filter, List.of()).isEmpty();
        if (all.size() < 2 || isOfAnyTrack) {
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
