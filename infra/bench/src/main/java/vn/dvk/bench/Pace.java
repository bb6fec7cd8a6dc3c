package vn.dvk.bench;

import java.util.List;

/**
 * How much is done in each leg, and how often.
 *
 * @param pairs       of legs that are short
 * @param longPairs   of legs that take many seconds each: starts, rebuilds
 * @param streams     with something to publish
 * @param events      to project, in all
 * @param legSeconds  of a leg under load
 * @param readers     open pages
 * @param frames      changes that each of them is told in a leg
 * @param models      registered before what needs a history
 * @param allServices whether start-up and memory are compared for all or for one
 */
public record Pace(
        int pairs,
        int longPairs,
        int streams,
        int events,
        double legSeconds,
        int readers,
        int frames,
        int models,
        boolean allServices) {

    static final Pace FULL = new Pace(7, 7, 10_000, 30_000, 4, 1_000, 12, 2_000, true);
    static final Pace QUICK = new Pace(3, 2, 3_000, 9_000, 1.5, 300, 5, 1_500, false);

    /** Those that are started anew. */
    public List<String> services() {
        return allServices
                ? List.of("identity", "registration", "evaluation", "awards", "reporting")
                : List.of("registration");
    }
}
