package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.OpenFact.Details;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.history.ModelEvent;

/**
 * The facts of one model: a pure function of its events, so that neither the order of the topics nor a redelivery makes a
 * difference.
 *
 * <p>A revocation, a return or a stop closes the fact it is about from the moment it was recorded. A correction closes
 * every open fact of the model and opens it again under the new dimensions. Nothing is ever subtracted.
 */
public final class Facts {

    private static final String AT_STEP = "at-step";

    private final List<OpenFact> things = new ArrayList<>();
    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final Map<Integer, Amendment> identities = new TreeMap<>();
    private final StepsTaken steps = new StepsTaken();

    /** What the model was counted by from a place in its history on. */
    private record Amendment(Instant at, long position, ModelDimensions identity) {}

    private Facts() {}

    public static List<Fact> of(EventHistory history) {
        var facts = new Facts();
        for (var place = 0; place < history.events().size(); place++) {
            var timed = history.events().get(place);
            facts.identify(place, timed.at(), timed.event());
            facts.read(place, timed.at(), timed.event());
        }
        return facts.versions();
    }

    /** Only registration says what a model is; the others repeat what they knew of it. */
    private void identify(int place, Instant at, CardEvent event) {
        var before = identities.isEmpty() ? null : latest().identity();
        var level = before == null ? null : before.level();
        var origin = before == null ? null : before.origin();
        var identity = switch (event.what()) {
            case ModelEvent.Submitted it -> ModelDimensions.of(event.dimensions(), or(it.level(), level), origin);
            case ModelEvent.Registered it ->
                ModelDimensions.of(event.dimensions(), or(it.level(), level), or(it.origin(), origin));
            case ModelEvent.Amended it -> ModelDimensions.of(event.dimensions(), or(it.level(), level), origin);
            case ModelEvent.Returned _, ModelEvent.Withdrawn _ -> ModelDimensions.of(event.dimensions(), level, origin);
            case ModelEvent.Opened _,
                    ModelEvent.StepCompleted _,
                    ModelEvent.StepReturned _,
                    ModelEvent.Reported _,
                    ModelEvent.Inspected _,
                    ModelEvent.Evaluated _,
                    ModelEvent.ConclusionVoided _,
                    ModelEvent.Reviewed _,
                    ModelEvent.Recognized _,
                    ModelEvent.RecognitionRefused _,
                    ModelEvent.RecognitionRevoked _,
                    ModelEvent.Granted _,
                    ModelEvent.AwardRevoked _,
                    ModelEvent.HoldPlaced _,
                    ModelEvent.HoldReleased _,
                    ModelEvent.ReplicationProposed _,
                    ModelEvent.ReplicationStarted _,
                    ModelEvent.Replicated _,
                    ModelEvent.ReplicationStopped _ -> null;
        };
        if (identity != null) {
            identities.put(place, new Amendment(at, event.position(), identity));
        }
    }

    private Amendment latest() {
        return identities.values().stream().reduce((_, last) -> last).orElseThrow();
    }

    private static @Nullable String or(@Nullable String given, @Nullable String before) {
        return given == null ? before : given;
    }

    private void read(int place, Instant at, CardEvent event) {
        var told = new Told(place, at, event);
        switch (event.what()) {
            case ModelEvent.Submitted _ -> open(told, Measure.SUBMITTED, Map.of());
            case ModelEvent.Returned _ -> open(told, Measure.RETURNED, Map.of());
            case ModelEvent.Registered it ->
                open(told, Measure.REGISTERED, Map.of(), decided(it.approval()), "registered");
            case ModelEvent.Amended _ -> {}
            case ModelEvent.Withdrawn _ -> {
                open(told, Measure.WITHDRAWN, Map.of());
                steps.leave();
                stand(told);
            }
            case ModelEvent.Opened it -> {
                steps.begin(it.steps());
                it.steps().stream().filter(step -> step.done() != null).forEach(step -> complete(told, step));
                stand(told);
            }
            case ModelEvent.StepCompleted it -> {
                complete(
                        told,
                        new ModelEvent.Step(
                                it.step(),
                                it.order(),
                                null,
                                it.due(),
                                event.dimensions().on()));
                stand(told);
            }
            case ModelEvent.StepReturned it -> {
                steps.reopen(it.step());
                close(at, "step:" + it.step());
                stand(told);
            }
            case ModelEvent.Reported _ -> open(told, Measure.REPORTED, Map.of());
            case ModelEvent.Inspected _ -> open(told, Measure.INSPECTED, Map.of());
            case ModelEvent.Evaluated it ->
                open(told, Measure.EVALUATED, one(Dimension.GRADE, it.grade()), Details.NONE, "evaluated");
            case ModelEvent.ConclusionVoided _, ModelEvent.Reviewed _ -> {}
            case ModelEvent.Recognized it -> {
                var own = level(it.level());
                ModelDimensions.putIfKnown(
                        own,
                        Dimension.ISSUER,
                        it.decision() == null ? null : it.decision().issuer());
                open(told, Measure.RECOGNIZED, own, decided(it.decision()), "recognition:" + it.recognition());
            }
            case ModelEvent.RecognitionRefused it -> open(told, Measure.REFUSED, level(it.level()));
            case ModelEvent.RecognitionRevoked it -> close(at, "recognition:" + it.recognition());
            case ModelEvent.Granted it -> grant(told, it);
            case ModelEvent.AwardRevoked it -> close(at, "award:" + it.award());
            case ModelEvent.HoldPlaced _, ModelEvent.HoldReleased _, ModelEvent.ReplicationProposed _ -> {}
            case ModelEvent.ReplicationStarted it ->
                open(
                        told,
                        Measure.REPLICATION_STARTED,
                        one(Dimension.TARGET, it.target().unit()),
                        at(it.target()),
                        "applying:" + it.replication());
            case ModelEvent.Replicated it ->
                open(
                        told,
                        Measure.REPLICATED,
                        one(Dimension.TARGET, it.target().unit()),
                        at(it.target()),
                        "replicated:" + it.replication());
            case ModelEvent.ReplicationStopped it -> close(at, "replicated:" + it.replication());
        }
    }

    /** An event at its place in the history. */
    private record Told(int place, Instant at, CardEvent event) {

        String id() {
            return String.join("/", event.service(), event.subject(), Long.toString(event.position()));
        }
    }

    private void grant(Told told, ModelEvent.Granted it) {
        var own = one(Dimension.FORM, it.form());
        own.put(Dimension.TRACK, it.track());
        own.put(Dimension.CATEGORY, it.category());
        own.put(Dimension.ISSUER, it.issuer());
        var recipient = it.recipient() == null ? null : it.recipient().name();
        var decision = it.decision() == null ? null : it.decision().number();
        open(told, Measure.AWARDED, own, new Details(recipient, decision, null, null), "award:" + it.award());
    }

    private void complete(Told told, ModelEvent.Step step) {
        var on = step.done();
        if (on != null) {
            steps.done(step.code());
            add(
                    told,
                    told.id() + '/' + step.code(),
                    Measure.STEP_COMPLETED,
                    on,
                    one(Dimension.STEP, step.code()),
                    new Details(null, null, null, step.due()),
                    "step:" + step.code());
        }
    }

    /** Moves the one fact that says which step the model stands at. */
    private void stand(Told told) {
        if (!steps.moved()) {
            return;
        }
        close(told.at(), AT_STEP);
        var step = steps.current();
        if (step != null) {
            add(
                    told,
                    told.id() + "/at",
                    Measure.IN_PROGRESS,
                    told.event().dimensions().on(),
                    one(Dimension.STEP, step.code()),
                    new Details(null, null, null, step.due()),
                    AT_STEP);
        }
    }

    private void open(Told told, Measure measure, Map<Dimension, String> own) {
        open(told, measure, own, Details.NONE, told.id());
    }

    private void open(Told told, Measure measure, Map<Dimension, String> own, Details details, String key) {
        add(told, told.id(), measure, told.event().dimensions().on(), own, details, key);
    }

    /** @param key what a later event calls it; what was open under it is replaced */
    private void add(
            Told told,
            String id,
            Measure measure,
            LocalDate on,
            Map<Dimension, String> own,
            Details details,
            String key) {
        close(told.at(), key);
        open.put(key, things.size());
        var said = ModelDimensions.of(told.event().dimensions(), null, null);
        things.add(new OpenFact(id, measure, told.place(), told.at(), on, said, own, details, null));
    }

    private void close(Instant at, String key) {
        var index = open.remove(key);
        if (index != null) {
            things.set(index, things.get(index).closed(at));
        }
    }

    private List<Fact> versions() {
        return things.stream().flatMap(thing -> versions(thing).stream()).toList();
    }

    /** One fact per identity the model had while the thing held. */
    private List<Fact> versions(OpenFact thing) {
        var facts = new ArrayList<Fact>();
        var identity = thing.asItSaid();
        var id = thing.id();
        var from = thing.opened();
        for (var entry : identities.entrySet()) {
            var amendment = entry.getValue();
            if (entry.getKey() <= thing.place()) {
                identity = amendment.identity();
            } else if (!isOver(thing, amendment.at()) && !amendment.identity().countsLike(identity)) {
                facts.add(version(thing, id, identity, from, amendment.at()));
                identity = amendment.identity();
                id = thing.id() + '@' + amendment.position();
                from = amendment.at();
            }
        }
        facts.add(version(thing, id, identity, from, thing.closed()));
        return facts;
    }

    private static boolean isOver(OpenFact thing, Instant at) {
        return thing.closed() != null && !at.isBefore(thing.closed());
    }

    private static Fact version(
            OpenFact thing, String id, ModelDimensions identity, Instant from, @Nullable Instant to) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        identity.addTo(dimensions);
        dimensions.putAll(thing.own());
        if (appliedFor(thing.measure())) {
            ModelDimensions.putIfKnown(dimensions, Dimension.LEVEL, identity.level());
        }
        var details = thing.details();
        return new Fact(
                id,
                thing.measure(),
                dimensions,
                identity.code(),
                identity.name() == null ? details.name() : identity.name(),
                details.decision(),
                details.place(),
                details.due(),
                thing.on(),
                from,
                to);
    }

    private static boolean appliedFor(Measure measure) {
        return measure == Measure.SUBMITTED || measure == Measure.REGISTERED;
    }

    private static Map<Dimension, String> level(@Nullable String level) {
        return one(Dimension.LEVEL, level);
    }

    private static Map<Dimension, String> one(Dimension dimension, @Nullable String value) {
        var own = new EnumMap<Dimension, String>(Dimension.class);
        ModelDimensions.putIfKnown(own, dimension, value);
        return own;
    }

    private static Details decided(ModelEvent.@Nullable Paper paper) {
        return paper == null ? Details.NONE : new Details(null, paper.number(), null, null);
    }

    private static Details at(ModelEvent.Target target) {
        return new Details(null, null, target.place(), null);
    }
}
