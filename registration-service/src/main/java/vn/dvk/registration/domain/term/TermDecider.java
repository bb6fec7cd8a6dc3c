package vn.dvk.registration.domain.term;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.registration.domain.RegistrationReason.PERIOD_REVERSED;
import static vn.dvk.registration.domain.RegistrationReason.TERM_INVALID;

import java.util.ArrayList;
import java.util.List;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.term.Term.Known;
import vn.dvk.registration.domain.term.Term.Unknown;
import vn.dvk.registration.domain.term.TermCommand.Describe;
import vn.dvk.registration.domain.term.TermCommand.Ship;
import vn.dvk.registration.domain.term.TermEvent.Described;
import vn.dvk.registration.domain.term.TermEvent.Included;
import vn.dvk.registration.domain.term.TermEvent.Shipped;

/**
 * The rules about terms. Saying the same again is nothing new; a term is never removed, because what was said in it stays
 * said, but it may end.
 */
public final class TermDecider implements Decider<TermCommand, Term, TermEvent> {

    @Override
    public Term initial() {
        return new Unknown();
    }

    @Override
    public Decision<TermEvent> decide(TermCommand command, Term state) {
        return switch (command) {
            case Describe describe -> describe(describe, state);
            case Ship ship -> ship(ship, state);
        };
    }

    private static Decision<TermEvent> describe(Describe command, Term state) {
        if (state instanceof Known known && known.definition().equals(command.definition())) {
            return nothingNew();
        }
        var faults = faults(command);
        return faults.isEmpty()
                ? accept(new Described(command.vocabulary(), command.code(), command.definition()))
                : refuse(Refusal.of(TERM_INVALID, faults));
    }

    private static List<Fault> faults(Describe command) {
        var faults = new ArrayList<>(command.faults());
        var from = command.definition().from();
        var to = command.definition().to();
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(Fault.of("to", PERIOD_REVERSED, from));
        }
        return faults;
    }

    /** An older instance that starts beside a newer one takes nothing back. */
    private static Decision<TermEvent> ship(Ship command, Term state) {
        var told =
                new Shipped(command.vocabulary(), command.code(), command.definition(), command.set(), command.terms());
        return switch (state) {
            case Unknown() -> accept(told);
            case Known known
            when known.byHand() ->
                known.shipped() == 0
                        ? accept(new Included(command.vocabulary(), command.code(), command.set(), command.terms()))
                        : nothingNew();
            case Known known ->
                known.shipped() < command.set() && !known.definition().equals(command.definition())
                        ? accept(told)
                        : nothingNew();
        };
    }

    @Override
    public Term evolve(Term state, TermEvent event) {
        return switch (event) {
            case Described(var vocabulary, var code, var definition) ->
                state instanceof Known known
                        ? new Known(vocabulary, code, definition, true, known.shipped(), known.shippedTerms())
                        : new Known(vocabulary, code, definition, true, 0, 0);
            case Shipped(var vocabulary, var code, var definition, var set, var terms) ->
                new Known(vocabulary, code, definition, false, set, terms);
            case Included(var vocabulary, var code, var set, var terms)
            when state instanceof Known known -> new Known(vocabulary, code, known.definition(), true, set, terms);
            case Included _ -> throw new ImpossibleHistory(state, event);
        };
    }
}
