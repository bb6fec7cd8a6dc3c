/**
 * Submissions (tờ trình): a unit asks an authority to recognize or commend some models.
 *
 * <p>While it is being written it is a draft beside the stream, which nobody else knows of; the stream begins with the
 * sending. It is returned with a reason, and may be sent again, or every item of it is answered by a decision that names the
 * submission. It counts how many of its items are answered; what was decided about each stands with the model.
 *
 * @see vn.dvk.awards.domain.submission.SubmissionDecider where the rules are
 */
@NullMarked
package vn.dvk.awards.domain.submission;

import org.jspecify.annotations.NullMarked;
