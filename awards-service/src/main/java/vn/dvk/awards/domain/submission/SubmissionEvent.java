package vn.dvk.awards.domain.submission;

import java.time.LocalDate;
import java.util.List;

/** Everything that can happen to a submission. {@code on} is the business date. */
public sealed interface SubmissionEvent {

    /** For the first time, or again after it was returned. */
    record Sent(String submission, SubmissionText text, LocalDate on) implements SubmissionEvent {}

    record Returned(Submission.Return by) implements SubmissionEvent {}

    record Answered(List<Answer> answers) implements SubmissionEvent {
        public Answered {
            answers = List.copyOf(answers);
        }
    }

    /** Its last open item was answered; on the day of the latest answer. */
    record Decided(LocalDate on) implements SubmissionEvent {}
}
