package vn.dvk.awards.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.store.Answering;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.awards.store.DecisionRegister.Named;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/**
 * Carries out what rests on a decision. One that the register does not have is entered first, so that whatever names a
 * decision finds it there after a crash as well; but only if what is asked would be accepted, because a request that is
 * refused leaves nothing behind.
 */
@Component
public class NamedDecisions {

    private static final String PREFIX = "decision.";

    private final DecisionRegister register;
    private final Answering answering;
    private final EvidenceWords evidenceWords;

    NamedDecisions(DecisionRegister register, Answering answering, EvidenceWords evidenceWords) {
        this.register = register;
        this.answering = answering;
        this.evidenceWords = evidenceWords;
    }

    /**
     * Of a day that is known, as everything needs but what a historic programme gives.
     *
     * @throws Refused if it is not in the register under that id, not as it is there, or was revoked
     */
    public Named of(DecisionInput input) {
        exact(input);
        return asKnown(input);
    }

    private static void exact(DecisionInput input) {
        if (input.date() != null && !input.date().isExact()) {
            throw new Refused(CommonRules.fault(PREFIX + "date", AwardsReason.DAY_NEEDED));
        }
    }

    /** The same of a day of which less may be known: what rests on it says whether it may. */
    public Named asKnown(DecisionInput input) {
        evidenceWords.check(
                input.evidence(), input.date() == null ? null : input.date().on(), PREFIX);
        var named = input.id() == null ? register.named(text(input), PREFIX) : register.byId(input.id(), PREFIX);
        if (input.answers() != null && !named.answers().containsAll(input.answers())) {
            throw new Refused(CommonRules.fault(
                    PREFIX + "answers",
                    AwardsReason.DECISION_ANSWERS_OTHERS,
                    named.paper().asNumbered()));
        }
        return named;
    }

    public @Nullable Named asKnownOrNone(@Nullable DecisionInput input) {
        return input == null ? null : asKnown(input);
    }

    public @Nullable Named orNone(@Nullable DecisionInput input) {
        return input == null ? null : of(input);
    }

    /** The dossier with its papers as they read now. */
    public Dossier.Known reading(Dossier state) {
        return register.reading(OpenDossiers.known(state));
    }

    /** The award with its papers as they read now. */
    public MovementAward reading(MovementAward state) {
        return register.reading(state);
    }

    public static @Nullable DecisionPaper paper(@Nullable Named named) {
        return named == null ? null : named.paper();
    }

    /** Without the register: as it was written. */
    public static @Nullable DecisionPaper asWritten(@Nullable DecisionInput input) {
        if (input == null) {
            return null;
        }
        exact(input);
        return withoutId(text(input).paper(""));
    }

    private static DecisionPaper withoutId(DecisionPaper paper) {
        return new DecisionPaper(null, paper.number(), paper.date(), paper.issuer(), paper.legalBasis());
    }

    private static DecisionText text(DecisionInput input) {
        if (input.date() == null || input.issuer() == null) {
            throw new Refused(Refusal.of(WebReason.INVALID_FIELDS, missing(input)));
        }
        return new DecisionText(
                input.number(),
                input.date().on(),
                input.issuer(),
                input.unit(),
                OptionalText.orNone(input.signer()),
                OptionalText.orNone(input.capacity()),
                input.legalBasis() == null ? List.of() : input.legalBasis(),
                EvidenceInput.of(input.evidence()),
                input.answers() == null ? List.of() : input.answers(),
                input.date().inexact(),
                null);
    }

    private static List<Refusal.Fault> missing(DecisionInput input) {
        var faults = new ArrayList<Refusal.Fault>();
        if (input.date() == null) {
            faults.add(Refusal.Fault.of(PREFIX + "date", WebReason.REQUIRED));
        }
        if (input.issuer() == null) {
            faults.add(Refusal.Fault.of(PREFIX + "issuer", WebReason.REQUIRED));
        }
        return faults;
    }

    /** One command that rests on a decision, or on none. */
    public <C, S, E> Outcome<S> handle(
            Streams<C, S, E> streams,
            String id,
            C command,
            @Nullable Named decision,
            ExpectedVersion expected,
            RequestContext context) {
        var outcome = resting(
                decision,
                context,
                () -> changesSomething(streams, id, command, context),
                () -> expected.handle(version -> streams.handle(CommandEnvelope.of(id, command, context, version))),
                NamedDecisions::isStored);
        answering.note(decision, List.of(outcome), context);
        return outcome;
    }

    /** Many that rest on the same. */
    public <C, S, E> List<Outcome<S>> handleAll(
            Streams<C, S, E> streams, List<CommandEnvelope<C>> commands, Named decision, RequestContext context) {
        var outcomes = resting(
                decision,
                context,
                () -> commands.stream()
                        .anyMatch(one -> one.command() != null
                                && changesSomething(streams, one.id(), one.command(), one.context())),
                () -> streams.handleAll(commands),
                all -> all.stream().anyMatch(NamedDecisions::isStored));
        answering.note(decision, outcomes, context);
        return outcomes;
    }

    private <T> T resting(
            @Nullable Named decision,
            RequestContext context,
            BooleanSupplier changesSomething,
            Supplier<T> act,
            Predicate<T> hasChanged) {
        if (!(decision instanceof Named.ToEnter toEnter)) {
            return act.get();
        }
        var enteredFirst = changesSomething.getAsBoolean();
        if (enteredFirst) {
            register.enter(toEnter, context);
        }
        var done = act.get();
        // What was not to be expected a moment ago has become possible meanwhile.
        if (!enteredFirst && hasChanged.test(done)) {
            register.enter(toEnter, context);
        }
        return done;
    }

    /** Not what is only asked once more: its decision may read otherwise by now, and is none that is missing. */
    private static <C, S, E> boolean changesSomething(
            Streams<C, S, E> streams, String id, C command, RequestContext context) {
        if (streams.isRepeated(id, context)) {
            return false;
        }
        var decider = streams.kind().decider();
        var state = streams.find(id).map(Outcome.Unchanged::state).orElseGet(decider::initial);
        return switch (decider.decide(command, state)) {
            case Decision.Accepted<E>(var events) -> !events.isEmpty();
            case Decision.Refused<E> _ -> false;
        };
    }

    private static boolean isStored(Outcome<?> outcome) {
        return outcome instanceof Outcome.Stored<?>;
    }
}
