package vn.dvk.evaluation.domain.inspection;

import vn.dvk.evaluation.domain.process.Model;

/** Whether an inspection is there, and what was found. */
public sealed interface InspectionState {

    record NotOpened() implements InspectionState {}

    record Made(Model model, Inspection inspection) implements InspectionState {}
}
