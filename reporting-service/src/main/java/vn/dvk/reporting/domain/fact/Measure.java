package vn.dvk.reporting.domain.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be counted. */
public enum Measure {
    SUBMITTED,
    RETURNED,
    REGISTERED,
    WITHDRAWN,
    /** The step a model stands at now; one fact per model in the process. */
    IN_PROGRESS,
    STEP_COMPLETED,
    REPORTED,
    INSPECTED,
    EVALUATED,
    RECOGNIZED,
    REFUSED,
    AWARDED,
    REPLICATION_STARTED,
    /** Confirmed, each source at each place. */
    REPLICATED,
    /** Distinct models among the confirmed replications. */
    REPLICATED_SOURCES(REPLICATED, Way.MODELS),
    /** Distinct units among the registered. */
    UNITS_REGISTERING(REGISTERED, Way.UNITS),
    /** Units registering out of those that should, in percent. */
    REGISTRATION_RATE(REGISTERED, Way.RATE);

    /** How the facts behind a measure become a number. */
    public enum Way {
        FACTS,
        MODELS,
        UNITS,
        RATE
    }

    private final Measure facts;
    private final Way way;

    Measure() {
        this.facts = this;
        this.way = Way.FACTS;
    }

    Measure(Measure facts, Way way) {
        this.facts = facts;
        this.way = way;
    }

    /** The facts it is counted from; they carry their own measure. */
    public Measure facts() {
        return facts;
    }

    public Way way() {
        return way;
    }

    /** As in addresses and answers: {@code step-completed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }
}
