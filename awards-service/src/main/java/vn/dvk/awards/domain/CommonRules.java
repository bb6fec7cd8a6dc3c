package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;

/** Rules that hold for more than one kind of decision. Each answers with the refusal, or nothing when it is kept. */
public final class CommonRules {

    private CommonRules() {}

    /** A refusal that blames one field. */
    public static Refusal fault(String field, Reason reason, Object... arguments) {
        return new Refusal(reason, List.of(arguments), List.of(Refusal.Fault.of(field, reason, arguments)));
    }

    /**
     * Only in a historic programme may less than the day be known.
     *
     * @param decision      that it rests on, if there is one
     * @param historicUntil its cut-off; null: the programme is none
     */
    public static Optional<Refusal> isKnown(
            Day on, @Nullable DecisionPaper decision, @Nullable LocalDate historicUntil, String programme) {
        var faults = new ArrayList<Refusal.Fault>();
        if (historicUntil == null && !on.isExact()) {
            faults.add(Refusal.Fault.of("on", AwardsReason.DAY_MISSING, programme));
        }
        if (historicUntil == null && decision != null && !decision.day().isExact()) {
            faults.add(Refusal.Fault.of("decision.date", AwardsReason.DAY_MISSING, programme));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(AwardsReason.PAPERS_INCOMPLETE, faults));
    }

    /** The day it counts by: not past the cut-off of a historic programme. */
    public static Day counted(Day on, @Nullable LocalDate historicUntil) {
        return historicUntil == null ? on : on.notPast(historicUntil);
    }

    /** What happens on a day cannot rest on a paper that is later for certain. */
    public static Optional<Refusal> paperIsThere(@Nullable DecisionPaper decision, LocalDate on) {
        return decision != null && decision.day().first().isAfter(on)
                ? Optional.of(fault("decision.date", AwardsReason.DECISION_LATER_THAN_DAY, decision.date(), on))
                : Optional.empty();
    }

    /** Nothing ends, or goes on, before it began. */
    public static Optional<Refusal> inOrder(LocalDate on, @Nullable LocalDate previous) {
        return previous != null && on.isBefore(previous)
                ? Optional.of(fault("on", AwardsReason.DATE_BEFORE_PREVIOUS, on, previous))
                : Optional.empty();
    }

    /** Money is paid once it was given. */
    public static Optional<Refusal> paidInOrder(@Nullable LocalDate paidOn, LocalDate given) {
        return paidOn != null && paidOn.isBefore(given)
                ? Optional.of(fault("paidOn", AwardsReason.DATE_BEFORE_PREVIOUS, paidOn, given))
                : Optional.empty();
    }

    /** The level is one of the programme's, and still exists on that day. */
    public static Optional<Refusal> levelIsOpen(ProgrammeRules rules, String level, LocalDate on) {
        return rules.allLevels()
                .fault("level", level, on)
                .map(Refusal::blaming)
                .or(() -> rules.levels().contains(level)
                        ? Optional.empty()
                        : Optional.of(fault("level", AwardsReason.LEVEL_NOT_USED)));
    }

    /**
     * Recipients belong to units there are.
     *
     * @param unknown code by field, of those that nobody has heard of
     */
    public static Optional<Refusal> unitsExist(Map<String, String> unknown) {
        var faults = unknown.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> Refusal.Fault.of(one.getKey(), AwardsReason.UNIT_UNKNOWN, one.getValue()))
                .toList();
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(AwardsReason.UNIT_UNKNOWN, faults.getFirst().arguments(), faults));
    }

    /** Money is counted in đồng, from 0, and somebody can look up why it is as much. */
    public static Optional<Refusal> amountIsFounded(@Nullable Long amount, @Nullable String basis) {
        if (amount == null) {
            return Optional.empty();
        }
        return amount < 0
                ? Optional.of(fault("amount", AwardsReason.AMOUNT_NEGATIVE))
                : basis == null
                        ? Optional.of(fault("amountBasis", AwardsReason.AMOUNT_BASIS_NEEDED, amount))
                        : Optional.empty();
    }
}
