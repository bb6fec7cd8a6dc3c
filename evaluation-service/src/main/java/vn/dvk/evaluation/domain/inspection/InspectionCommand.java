package vn.dvk.evaluation.domain.inspection;

import vn.dvk.evaluation.domain.process.ProcessState;

/** Everything an inspection can be asked for. */
public sealed interface InspectionCommand {

    /** @param process what it is about, as it stands when the inspection is recorded: from another stream */
    record Enter(ProcessState process, Inspection inspection) implements InspectionCommand {}
}
