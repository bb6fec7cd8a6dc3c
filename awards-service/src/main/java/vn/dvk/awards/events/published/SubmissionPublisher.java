package vn.dvk.awards.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.submission.Addressee;
import vn.dvk.awards.domain.submission.Answer;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.Submission.Known;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.domain.submission.SubmissionEvent.Answered;
import vn.dvk.awards.domain.submission.SubmissionEvent.Decided;
import vn.dvk.awards.domain.submission.SubmissionEvent.Returned;
import vn.dvk.awards.domain.submission.SubmissionEvent.Sent;
import vn.dvk.awards.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/** Submissions, told to the world under their own id. What was decided about each item is told by the decision on it too. */
public final class SubmissionPublisher {

    private SubmissionPublisher() {}

    /** @param reason of a returned one */
    record Body(
            String submission,
            @Nullable String number,
            String from,
            @Nullable Addressee to,
            LocalDate on,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ItemBody> items,
            @Nullable String reason) {}

    /**
     * What is asked for a model, and the answer to it once there is one.
     *
     * @param verdict of a decided submission
     */
    record ItemBody(
            String model,
            @Nullable String level,
            @Nullable String form,
            Answer.@Nullable Verdict verdict,
            @Nullable String decision,
            @Nullable LocalDate on) {

        static ItemBody asked(Item item) {
            return new ItemBody(item.model(), item.level(), item.form(), null, null, null);
        }

        static ItemBody answered(Answer answer) {
            var item = answer.item();
            return new ItemBody(
                    item.model(), item.level(), item.form(), answer.verdict(), answer.decision(), answer.on());
        }
    }

    public static @Nullable Publication publish(Submission state, Recorded<SubmissionEvent> recorded) {
        return switch (state) {
            case Submission.NotOpened() -> null;
            case Known known ->
                switch (recorded.event()) {
                    case Sent sent ->
                        of(
                                known,
                                PublishedTypes.SUBMISSION_SENT,
                                sent.on(),
                                sent.text().items().stream()
                                        .map(ItemBody::asked)
                                        .toList(),
                                null);
                    case Returned(var by) ->
                        of(known, PublishedTypes.SUBMISSION_RETURNED, by.on(), List.of(), by.reason());
                    case Answered _ -> null;
                    case Decided(var on) ->
                        of(
                                known,
                                PublishedTypes.SUBMISSION_DECIDED,
                                on,
                                known.text().items().stream()
                                        .map(item -> ItemBody.answered(
                                                known.answer(item).orElseThrow()))
                                        .toList(),
                                null);
                };
        };
    }

    private static Publication of(
            Known known, String type, LocalDate on, List<ItemBody> items, @Nullable String reason) {
        var text = known.text();
        return new Publication(
                type,
                known.submission(),
                new Body(known.submission(), text.number(), text.from(), text.to(), on, items, reason));
    }
}
