package vn.dvk.kit.decide;

/** A stored history holds an event that cannot follow the ones before it: a defect or damaged data, never a user's error. */
public final class ImpossibleHistory extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ImpossibleHistory(Object state, Object event) {
        super("%s cannot follow %s".formatted(event, state));
    }
}
