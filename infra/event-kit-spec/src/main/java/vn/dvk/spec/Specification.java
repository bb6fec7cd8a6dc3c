package vn.dvk.spec;

import java.util.List;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;

/**
 * Three words and three endings: given what happened, when somebody asks, then these events, nothing, or a refusal.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public final class Specification<C, S, E> {

    private final Decider<C, S, E> decider;

    private Specification(Decider<C, S, E> decider) {
        this.decider = decider;
    }

    public static <C, S, E> Specification<C, S, E> of(Decider<C, S, E> decider) {
        return new Specification<>(decider);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Given<C, S, E> given(E... events) {
        return new Given<>(decider, List.of(events));
    }

    public record Given<C, S, E>(Decider<C, S, E> decider, List<E> history) {

        public When<C, S, E> when(C command) {
            return new When<>(this, decider.decide(command, state(history)));
        }

        private S state(List<? extends E> events) {
            var state = decider.initial();
            for (var event : events) {
                state = decider.evolve(state, event);
            }
            return state;
        }
    }

    public record When<C, S, E>(Given<C, S, E> given, Decision<E> decision) {

        /** Exactly these events, in this order; and they can be told after the given ones. */
        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        public final void then(E... expected) {
            var events = accepted();
            if (!events.equals(List.of(expected))) {
                throw new AssertionError("expected %s%nbut got  %s".formatted(List.of(expected), events));
            }
            var all = new java.util.ArrayList<E>(given.history());
            all.addAll(events);
            given.state(all);
        }

        public void thenNothing() {
            then();
        }

        /** @return the refusal, to look at its faults */
        public Refusal thenRefused(String code) {
            return switch (decision) {
                case Decision.Refused<E>(var why) when why.code().equals(code) -> why;
                case Decision.Refused<E>(var why) ->
                    throw new AssertionError("expected %s but it was refused as %s".formatted(code, why));
                case Decision.Accepted<E>(var events) ->
                    throw new AssertionError("expected a refusal (%s) but got %s".formatted(code, events));
            };
        }

        private List<E> accepted() {
            return switch (decision) {
                case Decision.Accepted<E>(var events) -> events;
                case Decision.Refused<E>(var why) -> throw new AssertionError("refused: " + why);
            };
        }
    }
}
