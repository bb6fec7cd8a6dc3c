package vn.dvk.evaluation.domain.review;

import vn.dvk.evaluation.domain.process.ProcessState;

/** Everything the review of a year can be asked for. */
public sealed interface ReviewCommand {

    /** @param process what it is about, as it stands when the review is entered: from another stream */
    record Enter(ProcessState process, Review review) implements ReviewCommand {}
}
