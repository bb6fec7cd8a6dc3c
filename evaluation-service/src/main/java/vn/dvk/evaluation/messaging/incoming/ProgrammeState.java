package vn.dvk.evaluation.messaging.incoming;

import java.util.List;
import vn.dvk.evaluation.domain.process.StepPlan;

/** The whole present state of a programme, as far as the process needs it. */
public record ProgrammeState(String code, String name, List<StepPlan> steps) {}
