package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.ModelEvent;

/**
 * What the programme above counts of a model that was forwarded to it: from that day on everything that is so of it, what
 * happened before as of that day. Its submission was to its own programme, so that is no business of the one above.
 *
 * @param place of the event in the history
 * @param at    when it was known
 * @param mark   tells its facts from the model's own, and from those of an earlier one to the same programme
 * @param closed when it was found that it never was; null: it stands
 */
record Forward(
        int place,
        Instant at,
        LocalDate on,
        ModelEvent.Forwarded what,
        String mark,
        @Nullable Instant closed) {

    Forward closed(Instant when) {
        return new Forward(place, at, on, what, mark, when);
    }

    private static final Set<Measure> BEFORE_IT_WAS_REGISTERED =
            EnumSet.of(Measure.SUBMITTED, Measure.RETURNED, Measure.NOT_APPROVED, Measure.SUBMISSION_WITHDRAWN);

    /** Empty if the programme above never counted it, as far as was ever known. */
    Optional<OpenFact> taken(OpenFact thing) {
        var opened = later(thing.opened(), at);
        var end = thing.end();
        // What was over before is none of its counts; until that was known it was thought to be.
        var over = end != null && !end.until().isAfter(on) ? end.known() : null;
        var never = earlier(earlier(over, thing.closed()), closed);
        if (BEFORE_IT_WAS_REGISTERED.contains(thing.measure()) || never != null && !never.isAfter(opened)) {
            return Optional.empty();
        }
        return Optional.of(new OpenFact(
                thing.id() + mark,
                thing.measure(),
                Math.max(thing.place(), place),
                opened,
                later(thing.on(), on),
                later(thing.attributed(), on),
                thing.asItSaid(),
                thing.own(),
                thing.details(),
                end,
                never));
    }

    /** By the programme above, in its own field. */
    Fact counted(Fact fact) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        dimensions.putAll(fact.dimensions());
        dimensions.put(Dimension.VIA, String.valueOf(fact.get(Dimension.PROGRAMME)));
        dimensions.put(Dimension.PROGRAMME, what.to());
        dimensions.remove(Dimension.FIELD);
        ModelDimensions.putIfKnown(dimensions, Dimension.FIELD, what.countsAs(fact.get(Dimension.FIELD)));
        return new Fact(
                fact.id(),
                fact.measure(),
                dimensions,
                fact.code(),
                fact.name(),
                fact.decision(),
                fact.place(),
                fact.due(),
                fact.attributed(),
                fact.on(),
                fact.until(),
                fact.untilKnown(),
                fact.knownFrom(),
                fact.knownTo());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
