package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;

/** Rules that hold for more than one kind of decision. Each answers with the refusal, or nothing when it is kept. */
public final class CommonRules {

    private CommonRules() {}

    /** A refusal that blames one field. */
    public static Refusal fault(String field, Reason reason, Object... arguments) {
        return new Refusal(reason, List.of(arguments), List.of(Refusal.Fault.of(field, reason, arguments)));
    }

    /** What happens on a day cannot rest on a paper of a later day. */
    public static Optional<Refusal> paperIsThere(@Nullable DecisionPaper decision, LocalDate on) {
        return decision != null && decision.date().isAfter(on)
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

    /** Money is counted in đồng, from 0. */
    public static Optional<Refusal> amountIsNotNegative(@Nullable Long amount) {
        return amount != null && amount < 0
                ? Optional.of(fault("amount", AwardsReason.AMOUNT_NEGATIVE))
                : Optional.empty();
    }
}
