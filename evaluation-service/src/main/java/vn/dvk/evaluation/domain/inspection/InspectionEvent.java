package vn.dvk.evaluation.domain.inspection;

import vn.dvk.evaluation.domain.process.Model;

/** Everything that can happen to an inspection. */
public sealed interface InspectionEvent {

    /** @param model as it was then: what is told to the world about the inspection says so */
    record Made(Model model, Inspection inspection) implements InspectionEvent {}
}
