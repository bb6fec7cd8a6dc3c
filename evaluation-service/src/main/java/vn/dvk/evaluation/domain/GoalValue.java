package vn.dvk.evaluation.domain;

import static vn.dvk.evaluation.domain.EvaluationReason.CODE_TWICE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.dvk.kit.decide.Refusal.Fault;

/**
 * How far a goal of the registration has come, in the goal's unit. What it comes to in percent follows from the goal's
 * baseline, target and direction, which whoever counts has from the registration.
 *
 * @param goal its id in the registration
 */
public record GoalValue(String goal, BigDecimal value) {

    /** A goal has one value at a time. */
    public static List<Fault> faultsOf(List<GoalValue> values) {
        var seen = new HashSet<String>();
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < values.size(); i++) {
            var goal = values.get(i).goal();
            if (!seen.add(goal)) {
                faults.add(Fault.of("values[%d].goal".formatted(i), CODE_TWICE, goal));
            }
        }
        return faults;
    }
}
