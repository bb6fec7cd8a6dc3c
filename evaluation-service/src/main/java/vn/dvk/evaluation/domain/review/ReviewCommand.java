package vn.dvk.evaluation.domain.review;

import java.time.Period;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.process.ProcessState;

/** Everything the review of a year can be asked for. */
public sealed interface ReviewCommand {

    /**
     * @param process  what it is about, as it stands when the review is entered: from another stream
     * @param lasting  how long it speaks for, if none follows
     * @param historic the programmes in which less than the day may be known; none where all of it is
     */
    record Enter(ProcessState process, Review review, Period lasting, Historic historic) implements ReviewCommand {
        public Enter(ProcessState process, Review review, Period lasting) {
            this(process, review, lasting, Historic.NONE);
        }
    }
}
