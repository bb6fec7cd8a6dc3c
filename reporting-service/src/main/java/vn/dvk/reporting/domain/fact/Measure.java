package vn.dvk.reporting.domain.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be counted: the one table that code, API documentation and pages read. Its words stand in the service's texts,
 * {@code unit.<code>} and {@code measure.<code>}.
 *
 * <p>A <b>flow</b> counts what happened, by the day it happened; what ends later does not undo it. A <b>stock</b> counts
 * what is valid at the end of a day. Only a correction changes an answer about a day that has passed.
 */
public enum Measure {
    SUBMITTED(Time.FLOW),
    RETURNED(Time.FLOW),
    NOT_APPROVED(Time.FLOW),
    REGISTERED(Time.FLOW),
    /** Given up after it was registered. */
    WITHDRAWN(Time.FLOW),
    /** Given up before anybody had accepted it. */
    SUBMISSION_WITHDRAWN(Time.FLOW),
    /** Registered, and neither through nor withdrawn; with the step it stands at. */
    IN_PROGRESS(Time.STOCK),
    /** Through its last step, or stopped or ended by the yearly review. In progress, closed and withdrawn make up what was registered. */
    CLOSED(Time.STOCK),
    /** Yearly reviews. */
    REVIEWED(Time.FLOW),
    /** Whose last yearly review said maintained or strengthened, until the next one or the day that it tells. */
    EFFECTIVE(Time.STOCK, Way.MODELS),
    STEP_COMPLETED(Time.FLOW),
    /** Steps that are done, and not open again: one per model and step. */
    STEPS_DONE(STEP_COMPLETED, Way.FACTS, Time.STOCK),
    REPORTED(Time.FLOW),
    INSPECTED(Time.FLOW),
    /** Conclusions; one that takes the place of another is a conclusion of its own. */
    EVALUATED(Time.FLOW),
    RECOGNITIONS(Time.FLOW),
    /** Distinct models among the recognitions. */
    RECOGNIZED(RECOGNITIONS, Way.MODELS, Time.FLOW),
    /** Distinct models with a recognition that is in force. */
    IN_FORCE(RECOGNITIONS, Way.MODELS, Time.STOCK),
    REFUSED(Time.FLOW),
    AWARDED(Time.FLOW),
    /** Models that nothing is decided about while a hold is in force. */
    HELD(Time.STOCK, Way.MODELS),
    REPLICATION_STARTED(Time.FLOW),
    /** Places that apply a model, each source at each place, whether confirmed or not yet. */
    APPLYING(REPLICATION_STARTED, Way.FACTS, Time.STOCK),
    /** Distinct models that are applied at any place. */
    APPLYING_SOURCES(REPLICATION_STARTED, Way.MODELS, Time.STOCK),
    /** Confirmed, each source at each place. */
    REPLICATED(Time.FLOW),
    /** Distinct models among the confirmed replications. */
    REPLICATED_SOURCES(REPLICATED, Way.MODELS, Time.FLOW),
    /** Distinct units among the registered. */
    UNITS_REGISTERING(REGISTERED, Way.UNITS, Time.FLOW),
    /** Entries in which a unit takes part and does not lead. They count at the unit that leads. */
    TAKES_PART(Time.STOCK, Way.MODELS),
    /** Models of whose papers some do not tell all: a date without its day, a document without its number, no amount. */
    INCOMPLETE(Time.STOCK, Way.MODELS),
    /** What the papers do not tell, each thing of each registration, decision, award for itself. */
    LACKING(INCOMPLETE, Way.FACTS, Time.STOCK),
    /** Distinct models among the registered over their whole life: entries that continue one another are one. */
    LIFELONG_REGISTERED(REGISTERED, Way.CHAINS, Time.FLOW),
    /** The same among the recognized. */
    LIFELONG_RECOGNIZED(RECOGNITIONS, Way.CHAINS, Time.FLOW),
    /** Units that should register, by the programme's targets. */
    UNITS_EXPECTED(REGISTERED, Way.TARGETS, Time.FLOW),
    /** Units registering out of those that should, in percent. */
    REGISTRATION_RATE(REGISTERED, Way.RATE, Time.FLOW);

    /** How the facts behind a measure become a number. */
    public enum Way {
        FACTS,
        MODELS,
        /** Models that continue one another are one. */
        CHAINS,
        UNITS,
        TARGETS,
        RATE
    }

    /** Which facts a day is asked about: those of the time up to it, or those that are valid on it. */
    public enum Time {
        FLOW,
        STOCK
    }

    private final Measure facts;
    private final Way way;
    private final Time time;

    Measure(Time time) {
        this(time, Way.FACTS);
    }

    Measure(Time time, Way way) {
        this.facts = this;
        this.way = way;
        this.time = time;
    }

    Measure(Measure facts, Way way, Time time) {
        this.facts = facts;
        this.way = way;
        this.time = time;
    }

    /** The facts it is counted from; they carry their own measure. */
    public Measure facts() {
        return facts;
    }

    public Way way() {
        return way;
    }

    public Time time() {
        return time;
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
