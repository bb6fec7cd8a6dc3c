package vn.dvk.awards.domain.replication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Dimensions;

/** As much of a replication's history as a decision, an answer or what is published about it needs. */
public sealed interface Replication {

    record NotOpened() implements Replication {}

    /**
     * @param source    the source model as the last event described it
     * @param outside   null for a source that is one of ours
     * @param past      when it was applied before it was stopped and started again
     * @param startedOn since when the target applies it
     * @param replica   id of the model the target registered, as soon as it was accepted
     */
    record Known(
            String replication,
            Dimensions source,
            @Nullable Outside outside,
            Target target,
            boolean ownModel,
            Proposal proposal,
            List<Spell> past,
            @Nullable LocalDate startedOn,
            @Nullable String replica,
            @Nullable Confirmation confirmation,
            @Nullable Stop stop)
            implements Replication {

        public Known {
            past = List.copyOf(past);
        }

        public Stage stage() {
            if (stop != null) {
                return Stage.STOPPED;
            }
            if (confirmation != null) {
                return Stage.CONFIRMED;
            }
            return startedOn == null ? Stage.PROPOSED : Stage.APPLYING;
        }

        /** The last day on which it went a step further. */
        LocalDate lastStep() {
            if (stop != null) {
                return stop.on();
            }
            if (confirmation != null) {
                return confirmation.on();
            }
            return startedOn == null ? proposal.on() : startedOn;
        }

        /** For the first time, or again after it was stopped. */
        Known started(Dimensions now, LocalDate on) {
            return new Known(replication, now, outside, target, ownModel, proposal, spells(), on, replica, null, null);
        }

        /** From when to when the target has applied it, the present time included. */
        public List<Spell> spells() {
            if (startedOn == null) {
                return past;
            }
            var spells = new ArrayList<>(past);
            spells.add(new Spell(
                    startedOn, confirmation == null ? null : confirmation.on(), stop == null ? null : stop.on()));
            return List.copyOf(spells);
        }

        Known registered(String model) {
            return new Known(
                    replication,
                    source,
                    outside,
                    target,
                    ownModel,
                    proposal,
                    past,
                    startedOn,
                    model,
                    confirmation,
                    stop);
        }

        Known confirmed(Dimensions now, Confirmation by) {
            return new Known(replication, now, outside, target, ownModel, proposal, past, startedOn, replica, by, null);
        }

        Known stopped(Dimensions now, Stop by) {
            return new Known(
                    replication, now, outside, target, ownModel, proposal, past, startedOn, replica, confirmation, by);
        }
    }

    /**
     * A time in which the target applied it: on each day from the first to the one before the last.
     *
     * @param until first day on which it did not any more; null while it does
     */
    record Spell(
            LocalDate from,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate until) {}

    /** @param decision where one was taken */
    record Proposal(
            LocalDate on,
            @Nullable DecisionPaper decision,
            @Nullable String note) {

        /** The day that holds are compared with: the decision's, where one was taken. */
        public LocalDate day() {
            return decision == null ? on : decision.date();
        }
    }

    /** @param results what applying it has brought */
    record Confirmation(
            LocalDate on,
            @Nullable String results,
            @Nullable DecisionPaper decision) {}

    record Stop(LocalDate on, String reason) {}

    /** Where it stands. */
    enum Stage {
        /** Đề xuất. */
        PROPOSED,
        /** Đang áp dụng. */
        APPLYING,
        /** Đã nhân rộng. */
        CONFIRMED,
        /** Dừng, until it is started again. */
        STOPPED
    }
}
