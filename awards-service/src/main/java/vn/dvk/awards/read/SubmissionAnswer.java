package vn.dvk.awards.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.submission.Addressee;
import vn.dvk.awards.domain.submission.Answer;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.store.SubmissionDrafts;
import vn.dvk.service.web.Refused;

/**
 * A submission, as answers show it.
 *
 * @param state    DRAFT, SENT, RETURNED, DECIDED
 * @param asked    how many items it has
 * @param answered how many of them are answered
 * @param returned why and when, while it lies with its unit again
 */
public record SubmissionAnswer(
        String submission,
        String state,
        @Nullable String number,
        String from,
        @Nullable Addressee to,
        @Nullable LocalDate sentOn,
        List<SubmissionItem> items,
        int asked,
        int answered,
        @Nullable String note,
        Submission.@Nullable Return returned) {

    /**
     * @param verdict  absent while it is open
     * @param decision id in the register
     */
    public record SubmissionItem(
            String model,
            @Nullable String level,
            @Nullable String form,
            Answer.@Nullable Verdict verdict,
            @Nullable String decision,
            @Nullable LocalDate on,
            @Nullable String reason) {

        static SubmissionItem of(Item item, @Nullable Answer answer) {
            return answer == null
                    ? new SubmissionItem(item.model(), item.level(), item.form(), null, null, null, null)
                    : new SubmissionItem(
                            item.model(),
                            item.level(),
                            item.form(),
                            answer.verdict(),
                            answer.decision(),
                            answer.on(),
                            answer.reason());
        }
    }

    /** @throws Refused with {@code submission-unknown} */
    public static SubmissionAnswer of(Submission state) {
        return switch (state) {
            case Submission.NotOpened() -> throw new Refused(AwardsReason.SUBMISSION_UNKNOWN, "?");
            case Submission.Known known -> sent(known);
        };
    }

    private static SubmissionAnswer sent(Submission.Known known) {
        var text = known.text();
        return new SubmissionAnswer(
                known.submission(),
                known.stage().name(),
                text.number(),
                text.from(),
                text.to(),
                known.sentOn(),
                text.items().stream()
                        .map(item -> SubmissionItem.of(item, known.answer(item).orElse(null)))
                        .toList(),
                text.items().size(),
                known.answers().size(),
                text.note(),
                known.returned());
    }

    /** With what has been written since, where it was returned. */
    public static SubmissionAnswer of(SubmissionDrafts.Current current) {
        var sent = current.sent();
        if (sent != null && current.written() == null) {
            return sent(sent);
        }
        var text = current.text();
        return new SubmissionAnswer(
                current.id(),
                sent == null ? "DRAFT" : sent.stage().name(),
                text.number(),
                text.from(),
                text.to(),
                sent == null ? null : sent.sentOn(),
                text.items().stream().map(item -> SubmissionItem.of(item, null)).toList(),
                text.items().size(),
                0,
                text.note(),
                sent == null ? null : sent.returned());
    }
}
