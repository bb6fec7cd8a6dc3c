package vn.dvk.awards.domain.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A submission that was sent, or none yet under this id. */
public sealed interface Submission {

    record NotOpened() implements Submission {}

    /**
     * @param sentOn   the last time, if it was returned before
     * @param answers  of its items, in the order they were given
     * @param returned null unless it lies with the unit again
     */
    record Known(
            String submission,
            SubmissionText text,
            LocalDate sentOn,
            List<Answer> answers,
            @Nullable Return returned) implements Submission {

        public Known {
            answers = List.copyOf(answers);
        }

        public Stage stage() {
            if (returned != null) {
                return Stage.RETURNED;
            }
            return open().isEmpty() ? Stage.DECIDED : Stage.SENT;
        }

        public Optional<Answer> answer(Item item) {
            return answers.stream().filter(one -> one.item().equals(item)).findFirst();
        }

        /** Items that nobody has answered. */
        public List<Item> open() {
            return text.items().stream().filter(one -> answer(one).isEmpty()).toList();
        }

        /** The day of the last answer; the day of the sending before the first. */
        public LocalDate lastOn() {
            return answers.stream().map(Answer::on).max(LocalDate::compareTo).orElse(sentOn);
        }

        Known answered(Collection<Answer> more) {
            var all = new ArrayList<>(answers);
            all.addAll(more);
            return new Known(submission, text, sentOn, all, null);
        }

        Known returned(Return by) {
            return new Known(submission, text, sentOn, answers, by);
        }
    }

    /** That it lies with its unit again. */
    record Return(String reason, LocalDate on) {}

    /** Where it stands, once it was sent. */
    enum Stage {
        /** Đã trình. */
        SENT,
        /** Trả lại. */
        RETURNED,
        /** Đã giải quyết: every item is answered. */
        DECIDED
    }
}
