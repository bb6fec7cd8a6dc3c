package vn.dvk.evaluation.read.reviews;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.domain.review.Effective;
import vn.dvk.evaluation.domain.review.ReviewCommand;
import vn.dvk.evaluation.domain.review.ReviewEvent;
import vn.dvk.evaluation.domain.review.ReviewOutcome;
import vn.dvk.evaluation.domain.review.ReviewState;
import vn.dvk.evaluation.read.AskedDay;
import vn.dvk.evaluation.read.Entries;
import vn.dvk.evaluation.read.Page;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.stream.Streams;

/** The reviews of a model, the latest first by their day, and what they come to. */
@RestController
class ReviewsController {

    private final Streams<ReviewCommand, ReviewState, ReviewEvent> reviews;
    private final AskedDay asked;

    ReviewsController(Streams<ReviewCommand, ReviewState, ReviewEvent> reviews, AskedDay asked) {
        this.reviews = reviews;
        this.asked = asked;
    }

    /**
     * @param effective whether the model works on the day asked
     * @param until     the first day on which it will not, if nothing more is said; absent if it does not work
     */
    record Reviews(
            List<ReviewsItem> items,
            @Nullable String next,
            boolean effective,
            @Nullable LocalDate until) {}

    /**
     * @param corrected whether something else was said of the year before
     * @param recorded  when this was said
     * @param asKnown    its day, as far as it is known where that is less: 2018, 10/2019
     * @param incomplete what its papers do not tell
     */
    record ReviewsItem(
            String id,
            int period,
            ReviewOutcome outcome,
            LocalDate on,
            @Nullable Paper paper,
            @Nullable String remarks,
            List<Evidence> evidence,
            boolean corrected,
            Instant recorded,
            String by,
            @Nullable String asKnown,
            List<String> incomplete) {

        static ReviewsItem of(String id, List<Recorded<ReviewEvent>> history) {
            var recorded = history.getLast();
            return switch (recorded.event()) {
                case ReviewEvent.Reviewed(var model, var review, var _) ->
                    new ReviewsItem(
                            id,
                            review.period(),
                            review.outcome(),
                            review.on(),
                            review.paper(),
                            review.remarks(),
                            review.evidence(),
                            history.size() > 1,
                            recorded.at(),
                            recorded.by(),
                            review.day().asKnown(),
                            review.incomplete());
            };
        }
    }

    /** @param on the day for which to say whether it works; default: today in Vietnam */
    @GetMapping("/api/v1/evaluations/{model}/reviews")
    Reviews reviews(
            @PathVariable String model,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = Entries.page(reviews, model, limit, cursor, ReviewsItem::of);
        var until = Effective.until(said(model), asked.or(on));
        return new Reviews(page.items(), page.next(), until.isPresent(), until.orElse(null));
    }

    /** All of them, one a year: few enough. */
    private List<Effective.Said> said(String model) {
        return reviews.documents()
                .find(Filters.eq("view.model", model))
                .projection(Projections.include("view"))
                .map(ReviewsController::said)
                .into(new ArrayList<>());
    }

    private static Effective.Said said(Document document) {
        var view = document.get("view", Document.class);
        return new Effective.Said(
                LocalDate.parse(view.getString("on")),
                view.getInteger("period"),
                view.getString("effectiveUntil") instanceof String until ? LocalDate.parse(until) : null);
    }
}
