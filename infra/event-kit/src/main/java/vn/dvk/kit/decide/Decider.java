package vn.dvk.kit.decide;

/**
 * All the rules about one kind of business object.
 *
 * <p>Both methods are pure: the same state and command always give the same answer, so that a test compares with
 * equality and a lost race may simply decide again.
 *
 * @param <C> what can be asked, a sealed interface
 * @param <S> as much of the history as a decision needs
 * @param <E> what can happen, a sealed interface
 */
public interface Decider<C, S, E> {

    /** The state before anything has happened. */
    S initial();

    Decision<E> decide(C command, S state);

    /**
     * The state after one more event.
     *
     * @throws ImpossibleHistory if the event cannot have happened in this state
     */
    S evolve(S state, E event);
}
