package vn.dvk.evaluation.events.consumed;

import java.util.List;
import vn.dvk.evaluation.domain.process.StepPlan;

/** The whole present state of a programme, as far as the process needs it. */
public record Programme(String code, String name, List<StepPlan> steps) {}
