package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.OpenFact.Details;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.history.ModelEvent;

/**
 * The facts of one model: a pure function of its events, so that neither the order of the topics nor a redelivery makes a
 * difference.
 *
 * <p>A revocation, a return or a stop ends the fact it is about from its day on; a correction finds every fact of the
 * model wrong and tells it anew under the new dimensions. Nothing is ever subtracted.
 */
public final class Facts {

    private static final List<String> UNIT = List.of("unit");
    private static final String PARTNER = "partner:";
    private static final String LACK = "lack:";

    private final List<OpenFact> things = new ArrayList<>();
    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final Map<String, Set<String>> lacks = new HashMap<>();
    private final Identities identities = new Identities();
    private final Progress progress = new Progress();
    private final Set<String> partners = new LinkedHashSet<>();
    private final List<Forward> forwards = new ArrayList<>();
    private Map<String, Progress.State> states = Map.of();
    private @Nullable String conclusion;
    private boolean voided;
    private @Nullable Instant voidedAt;

    private Facts() {}

    public static List<Fact> of(EventHistory history) {
        return read(history).versions();
    }

    /** What the model is counted by, for facts that stand in other cards. */
    public static ModelIdentity identity(EventHistory history) {
        var facts = read(history);
        return new ModelIdentity(facts.identities, facts.voidedAt);
    }

    private static Facts read(EventHistory history) {
        var facts = new Facts();
        for (var place = 0; place < history.events().size(); place++) {
            var timed = history.events().get(place);
            facts.read(new Told(place, timed.at(), timed.event()));
        }
        return facts;
    }

    /** An event at its place in the history. */
    private record Told(int place, Instant at, CardEvent event) {

        String id() {
            return String.join("/", event.service(), event.subject(), Long.toString(event.position()));
        }

        LocalDate on() {
            return event.dimensions().on();
        }
    }

    private void read(Told told) {
        var on = told.on();
        switch (told.event().what()) {
            case ModelEvent.Submitted it -> {
                identify(
                        told,
                        null,
                        before -> ModelDimensions.of(told.event().dimensions(), before)
                                .applyingFor(it.level())
                                .continuing(it.continues()));
                open(told, Measure.SUBMITTED, Map.of());
            }
            case ModelEvent.Returned _ -> open(told, Measure.RETURNED, Map.of());
            case ModelEvent.Registered it -> {
                identify(
                        told,
                        null,
                        before -> ModelDimensions.of(told.event().dimensions(), before)
                                .applyingFor(it.level())
                                .from(it.origin())
                                .continuing(it.continues()));
                open(told, Measure.REGISTERED, Map.of(), decided(it.approval()), "registered");
                progress.register(on);
                takePart(told, on, it.owners());
                lack(told, "registered", it.incomplete());
                stand(told);
            }
            case ModelEvent.NotApproved _ -> open(told, Measure.NOT_APPROVED, Map.of());
            case ModelEvent.Corrected it -> {
                identify(
                        told,
                        null,
                        before -> replaced(before, told, it.fields(), it.level(), it.continues(), it.origin()));
                if (it.accepted() instanceof ModelEvent.Accepted accepted) {
                    acceptAnew(told, accepted);
                }
                if (it.fields().contains("owners") || it.accepted() != null) {
                    partners.forEach(key -> close(key, told.at()));
                    partners.clear();
                    takePart(told, progress.registered() == null ? on : progress.registered(), it.owners());
                }
            }
            case ModelEvent.Changed it -> {
                identify(told, on, before -> replaced(before, told, it.fields(), it.level(), null, null));
                if (it.fields().contains("owners")) {
                    takePart(told, on, it.owners());
                }
            }
            case ModelEvent.Transferred it -> {
                transfer(told, it);
                takePart(told, on, it.owners());
            }
            case ModelEvent.Forwarded it -> forward(told, it);
            case ModelEvent.Voided _ -> voidAll(told.at());
            case ModelEvent.Withdrawn _ -> withdraw(told);
            case ModelEvent.Opened it -> {
                progress.open(on, it.steps());
                it.steps().stream().filter(step -> step.done() != null).forEach(step -> complete(told, step));
                stand(told);
            }
            case ModelEvent.StepCompleted it -> {
                complete(told, new ModelEvent.Step(it.step(), it.order(), null, it.due(), on));
                lack(told, "step:" + it.step(), it.incomplete());
                stand(told);
            }
            case ModelEvent.StepReturned it -> {
                progress.reopen(it.step(), on);
                end("step:" + it.step(), on, told.at());
                stand(told);
            }
            case ModelEvent.Reported _ -> open(told, Measure.REPORTED, Map.of());
            case ModelEvent.Inspected _ -> open(told, Measure.INSPECTED, Map.of());
            case ModelEvent.Evaluated it -> conclude(told, it);
            case ModelEvent.Reviewed it -> review(told, it);
            case ModelEvent.ConclusionVoided it -> close("conclusion:" + it.conclusion(), told.at());
            case ModelEvent.Recognized it -> {
                var own = level(it.level());
                ModelDimensions.putIfKnown(
                        own,
                        Dimension.ISSUER,
                        it.decision() == null ? null : it.decision().issuer());
                rest(own, it.decision());
                open(
                        told,
                        Measure.RECOGNITIONS,
                        own,
                        decided(it.decision()).called(told.event().dimensions().name()),
                        "recognition:" + it.recognition());
                lack(told, "recognition:" + it.recognition(), it.incomplete());
            }
            case ModelEvent.RecognitionRefused it ->
                open(told, Measure.REFUSED, level(it.level()), Details.NONE, "refusal:" + it.refusal());
            case ModelEvent.RefusalCorrected it -> correct(told, it);
            case ModelEvent.RecognitionRevoked it -> revoke("recognition:" + it.recognition(), it.effect(), told);
            case ModelEvent.Granted it -> grant(told, it);
            case ModelEvent.AwardCorrected it -> correct(told, it);
            case ModelEvent.AwardRevoked it -> revoke("award:" + it.award(), it.effect(), told);
            case ModelEvent.HoldPlaced it -> open(told, Measure.HELD, Map.of(), Details.NONE, "hold:" + it.hold());
            case ModelEvent.HoldReleased it -> end("hold:" + it.hold(), on, told.at());
            case ModelEvent.ReplicationProposed _ -> {}
            case ModelEvent.ReplicationStarted it ->
                replicate(told, Measure.REPLICATION_STARTED, it.target(), "applying:" + it.replication());
            case ModelEvent.Replicated it ->
                replicate(told, Measure.REPLICATED, it.target(), "replicated:" + it.replication());
            case ModelEvent.ReplicationStopped it -> {
                end("applying:" + it.replication(), on, told.at());
                end("replicated:" + it.replication(), on, told.at());
            }
        }
    }

    /** @param from the first day it speaks of; null if it was always so */
    private void identify(Told told, @Nullable LocalDate from, UnaryOperator<@Nullable ModelDimensions> says) {
        identities.add(
                new Identities.Statement(told.place(), told.at(), told.event().position(), from, says, null));
    }

    /** What the form says in the fields it names. */
    private static ModelDimensions replaced(
            @Nullable ModelDimensions before,
            Told told,
            List<String> fields,
            @Nullable String level,
            @Nullable String continues,
            @Nullable String origin) {
        var now = ModelDimensions.of(told.event().dimensions(), before)
                .applyingFor(level)
                .from(origin)
                .continuing(continues);
        return before == null ? now : before.with(fields, now);
    }

    /**
     * From its day on it is the new unit's; what was before stays with the old one, and whose it is after a split is said.
     * What was undone was never so, and whatever was said besides still holds.
     */
    private void transfer(Told told, ModelEvent.Transferred how) {
        var position = told.event().position();
        var succession = how.succession();
        if (Boolean.TRUE.equals(how.undone()) && succession != null) {
            identities.retract(told.place(), told.at(), position, succession);
            return;
        }
        var to = told.event().dimensions().unit();
        identities.add(new Identities.Statement(
                told.place(),
                told.at(),
                position,
                null,
                before -> before == null ? null : before.inheritedBy(to),
                succession));
        identities.add(new Identities.Statement(
                told.place(),
                told.at(),
                position,
                told.on(),
                before -> replaced(before, told, UNIT, null, null, null).withoutHeirs(),
                succession));
    }

    /** What is undone was never so: the programme above counts it no more, and never did. */
    private void forward(Told told, ModelEvent.Forwarded it) {
        if (Boolean.TRUE.equals(it.undone())) {
            forwards.replaceAll(
                    one -> one.closed() == null && one.what().to().equals(it.to()) ? one.closed(told.at()) : one);
        } else {
            var before = forwards.stream()
                    .filter(one -> one.what().to().equals(it.to()))
                    .count();
            var mark = '>' + it.to() + (before == 0 ? "" : "~" + before);
            forwards.add(new Forward(told.place(), told.at(), told.on(), it, mark, null));
        }
    }

    /** It was registered on another day, or by another paper, and so was what began with it. */
    private void acceptAnew(Told told, ModelEvent.Accepted accepted) {
        close("registered", told.at());
        add(
                told,
                told.id(),
                Measure.REGISTERED,
                accepted.on(),
                accepted.on(),
                Map.of(),
                decided(accepted.approval()),
                "registered");
        lack(told, accepted.on(), "registered", accepted.incomplete());
        progress.register(accepted.on());
        stand(told);
    }

    /** From that day on these units take part; who did before and is not among them no longer does. */
    private void takePart(Told told, LocalDate from, List<ModelEvent.Owner> owners) {
        var now = owners.stream()
                .filter(owner -> owner.role() == ModelEvent.Owner.Role.CO_OWNER)
                .map(ModelEvent.Owner::unit)
                .toList();
        partners.stream()
                .filter(key -> !now.contains(key.substring(PARTNER.length())))
                .forEach(key -> end(key, from, told.at()));
        for (var unit : now) {
            var key = PARTNER + unit;
            var before = open.get(key);
            if (before == null || things.get(before).end() != null) {
                add(
                        told,
                        told.id() + '/' + unit,
                        Measure.TAKES_PART,
                        from,
                        from,
                        one(Dimension.UNIT, unit),
                        Details.NONE,
                        key);
                partners.add(key);
            }
        }
    }

    /** It never was: not one of its facts. */
    private void voidAll(Instant at) {
        things.replaceAll(thing -> thing.closed(at));
        open.clear();
        voided = true;
        voidedAt = voidedAt == null ? at : voidedAt;
    }

    private void withdraw(Told told) {
        var registered = progress.registered();
        if (registered == null) {
            open(told, Measure.SUBMISSION_WITHDRAWN, Map.of());
        } else {
            add(told, told.id(), Measure.WITHDRAWN, told.on(), registered, Map.of(), Details.NONE, told.id());
            progress.withdraw(told.on());
            takePart(told, told.on(), List.of());
            stand(told);
        }
    }

    /** One at a time is in force; the one before, unless it was found void, until the new one's day. */
    private void conclude(Told told, ModelEvent.Evaluated it) {
        if (conclusion != null) {
            end(conclusion, told.on(), told.at());
        }
        conclusion = "conclusion:" + it.conclusion();
        open(told, Measure.EVALUATED, one(Dimension.GRADE, it.grade()), Details.NONE, conclusion);
        lack(told, conclusion, it.incomplete());
    }

    private void revoke(String key, String effect, Told told) {
        if (effect.equals("ANNULLED")) {
            close(key, told.at());
        } else {
            end(key, told.on(), told.at());
        }
    }

    /** Said again of the same year it was never as it was said before. */
    private void review(Told told, ModelEvent.Reviewed it) {
        var key = "review:" + it.review();
        close(key, told.at());
        open(told, Measure.REVIEWED, one(Dimension.OUTCOME, it.outcome()), Details.NONE, key);
        lack(told, key, it.incomplete());
        progress.review(it.review(), it.period(), told.place(), it.outcome(), told.on(), it.effectiveUntil());
        stand(told);
    }

    private void grant(Told told, ModelEvent.Granted it) {
        award(
                told,
                told.on(),
                it.award(),
                awarded(it.form(), it.track(), it.category(), it.issuer()),
                it.recipient(),
                it.decision());
        lack(told, told.on(), "award:" + it.award(), it.incomplete());
    }

    /** It was granted on the day it was granted, as it should have read. */
    private void correct(Told told, ModelEvent.AwardCorrected it) {
        var index = open.get("award:" + it.award());
        if (index != null) {
            var on = things.get(index).on();
            var own = awarded(it.form(), it.track(), it.category(), it.issuer());
            close("award:" + it.award(), told.at());
            award(told, on, it.award(), own, it.recipient(), it.decision());
            lack(told, on, "award:" + it.award(), it.incomplete());
        }
    }

    /** It was refused on the day it was refused, as it should have read. */
    private void correct(Told told, ModelEvent.RefusalCorrected it) {
        var key = "refusal:" + it.refusal();
        if (open.containsKey(key)) {
            close(key, told.at());
            var on = it.refusedOn();
            add(told, told.id(), Measure.REFUSED, on, on, level(it.level()), Details.NONE, key);
        }
    }

    private void award(
            Told told,
            LocalDate on,
            String award,
            Map<Dimension, String> own,
            ModelEvent.@Nullable Recipient recipient,
            ModelEvent.@Nullable Paper decision) {
        var details = new Details(
                recipient == null ? null : recipient.name(), decision == null ? null : decision.number(), null, null);
        rest(own, decision);
        add(told, told.id(), Measure.AWARDED, on, on, own, details, "award:" + award);
    }

    private static Map<Dimension, String> awarded(String form, String track, String category, String issuer) {
        var own = one(Dimension.FORM, form);
        own.put(Dimension.TRACK, track);
        own.put(Dimension.CATEGORY, category);
        own.put(Dimension.ISSUER, issuer);
        return own;
    }

    private void replicate(Told told, Measure measure, ModelEvent.Target target, String key) {
        open(told, measure, one(Dimension.TARGET, target.unit()), new Details(null, null, target.place(), null), key);
    }

    private void complete(Told told, ModelEvent.Step step) {
        var on = step.done();
        if (on != null) {
            progress.complete(step.code(), on);
            add(
                    told,
                    told.id() + '/' + step.code(),
                    Measure.STEP_COMPLETED,
                    on,
                    on,
                    one(Dimension.STEP, step.code()),
                    new Details(null, null, null, step.due()),
                    "step:" + step.code());
        }
    }

    /** Compares where the model stood on each day with what was thought before. */
    private void stand(Told told) {
        var registered = progress.registered();
        var now = progress.states().stream()
                .collect(Collectors.toMap(Progress.State::key, state -> state, (one, _) -> one, LinkedHashMap::new));
        states.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> close(key, told.at()));
        now.forEach((key, state) -> {
            var before = states.get(key);
            if (before == null || before.until() != null && !before.until().equals(state.until())) {
                close(key, told.at());
                var step = state.step();
                var own = one(Dimension.STEP, step == null ? null : step.code());
                ModelDimensions.putIfKnown(own, Dimension.OUTCOME, state.outcome());
                add(
                        told,
                        told.id() + '/' + key,
                        state.measure(),
                        state.on(),
                        registered == null || state.measure() == Measure.EFFECTIVE ? state.on() : registered,
                        own,
                        new Details(null, null, null, step == null ? null : step.due()),
                        key);
            }
            if (state.until() != null) {
                end(key, state.until(), told.at());
            }
        });
        states = now;
    }

    /** What its papers do not tell is missing as long as the thing itself counts. */
    private void lack(Told told, String key, List<String> missing) {
        lack(told, told.on(), key, missing);
    }

    private void lack(Told told, LocalDate on, String key, List<String> missing) {
        for (var name : missing) {
            var lack = LACK + name + ':' + key;
            add(
                    told,
                    told.id() + '/' + name,
                    Measure.INCOMPLETE,
                    on,
                    on,
                    one(Dimension.LACKS, name),
                    Details.NONE,
                    lack);
            lacks.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(lack);
        }
    }

    private Set<String> lacksOf(String key) {
        return lacks.getOrDefault(key, Set.of());
    }

    private void open(Told told, Measure measure, Map<Dimension, String> own) {
        open(told, measure, own, Details.NONE, told.id());
    }

    private void open(Told told, Measure measure, Map<Dimension, String> own, Details details, String key) {
        add(told, told.id(), measure, told.on(), told.on(), own, details, key);
    }

    /**
     * @param attributed the day whose dimensions of the model it is counted by
     * @param key        what a later event calls it; what was open under it ends where this begins
     */
    private void add(
            Told told,
            String id,
            Measure measure,
            LocalDate on,
            LocalDate attributed,
            Map<Dimension, String> own,
            Details details,
            String key) {
        if (voided) {
            return;
        }
        end(key, on, told.at());
        open.put(key, things.size());
        var said = ModelDimensions.of(told.event().dimensions(), null);
        things.add(new OpenFact(id, measure, told.place(), told.at(), on, attributed, said, own, details, null, null));
    }

    /** It was so until that day, and so was what is missing of it. */
    private void end(String key, LocalDate until, Instant at) {
        endAlone(key, until, at);
        lacksOf(key).forEach(lack -> endAlone(lack, until, at));
    }

    private void endAlone(String key, LocalDate until, Instant at) {
        var index = open.get(key);
        if (index != null && things.get(index).end() == null) {
            things.set(index, things.get(index).ended(until, at));
        }
    }

    /** It was never so, and nothing is missing of it. */
    private void close(String key, Instant at) {
        closeAlone(key, at);
        lacksOf(key).forEach(lack -> closeAlone(lack, at));
    }

    private void closeAlone(String key, Instant at) {
        var index = open.remove(key);
        if (index != null) {
            things.set(index, things.get(index).closed(at));
        }
    }

    private List<Fact> versions() {
        var facts = new ArrayList<Fact>();
        things.forEach(thing -> facts.addAll(versions(thing)));
        for (var forward : forwards) {
            things.stream()
                    .flatMap(thing -> forward.taken(thing).stream())
                    .forEach(taken ->
                            versions(taken).stream().map(forward::counted).forEach(facts::add));
        }
        return facts;
    }

    /** One fact per identity the model was thought to have on that day. */
    private List<Fact> versions(OpenFact thing) {
        var facts = new ArrayList<Fact>();
        var first = identities.on(thing.attributed(), thing.place());
        var identity = first == null ? thing.asItSaid() : first;
        var id = thing.id();
        var from = thing.opened();
        for (var statement : identities.after(thing.place())) {
            var other = identities.on(thing.attributed(), statement.place());
            if (other != null && !isClosed(thing, statement.at()) && !other.countsLike(identity)) {
                facts.add(version(thing, id, identity, from, statement.at()));
                id = thing.id() + '@' + statement.position();
                from = statement.at();
                identity = other;
            }
        }
        facts.add(version(thing, id, identity, from, thing.closed()));
        return facts;
    }

    private static boolean isClosed(OpenFact thing, Instant at) {
        return thing.closed() != null && !at.isBefore(thing.closed());
    }

    private static Fact version(
            OpenFact thing, String id, ModelDimensions identity, Instant from, @Nullable Instant to) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        identity.addTo(dimensions);
        dimensions.putAll(thing.own());
        if (thing.measure() == Measure.TAKES_PART) {
            // Whom the model was transferred to says nothing of a unit that does not lead it.
            dimensions.remove(Dimension.HEIRS);
        }
        if (appliedFor(thing.measure())) {
            ModelDimensions.putIfKnown(dimensions, Dimension.LEVEL, identity.level());
        }
        var details = thing.details();
        var end = thing.end();
        var ended = end != null && (to == null || end.known().isBefore(to)) ? end : null;
        return new Fact(
                id,
                thing.measure(),
                dimensions,
                identity.code(),
                identity.name() == null ? details.name() : identity.name(),
                details.decision(),
                details.place(),
                details.due(),
                thing.attributed(),
                thing.on(),
                ended == null ? null : ended.until(),
                ended == null ? null : ended.known(),
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

    private static void rest(Map<Dimension, String> own, ModelEvent.@Nullable Paper paper) {
        ModelDimensions.putIfKnown(own, Dimension.PAPER, paper == null ? null : paper.id());
    }

    private static Details decided(ModelEvent.@Nullable Paper paper) {
        return paper == null ? Details.NONE : new Details(null, paper.number(), null, null);
    }
}
