package vn.dvk.evaluation.domain.review;

import static vn.dvk.evaluation.domain.EvaluationReason.PERIOD_BEFORE_REGISTRATION;
import static vn.dvk.evaluation.domain.EvaluationReason.PERIOD_NOT_BEGUN;
import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.process.Entering;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.review.ReviewCommand.Enter;
import vn.dvk.evaluation.domain.review.ReviewEvent.Reviewed;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

/** The rules of a year's review. */
public final class ReviewDecider implements Decider<ReviewCommand, ReviewState, ReviewEvent> {

    @Override
    public ReviewState initial() {
        return new ReviewState.NotOpened();
    }

    @Override
    public Decision<ReviewEvent> decide(ReviewCommand command, ReviewState state) {
        return switch (command) {
            case Enter(var process, var review, var lasting, var historic) ->
                switch (state) {
                    case ReviewState.Reviewed(var model, var before, var _)
                    when before.equals(review.counted(historic, model.programme())) -> nothingNew();
                    case ReviewState.Reviewed _, ReviewState.NotOpened _ ->
                        Entering.about(process, review.day(), opened -> enter(review, lasting, historic, opened));
                };
        };
    }

    private static Decision<ReviewEvent> enter(
            Review said, Period lasting, Historic historic, ProcessState.Opened process) {
        var programme = process.model().programme();
        var review = said.counted(historic, programme);
        var missing = historic.refusal(review.day(), "paper", review.paper(), programme);
        if (missing.isPresent()) {
            return Decision.refuse(missing.get());
        }
        var registered = process.on().getYear();
        if (review.period() < registered) {
            return refuse("period", PERIOD_BEFORE_REGISTRATION, review.period(), registered);
        }
        return review.period() > review.on().getYear()
                ? refuse("on", PERIOD_NOT_BEGUN, review.period(), LocalDate.of(review.period(), 1, 1))
                : accept(new Reviewed(process.model(), review, review.effectiveUntil(lasting)));
    }

    /** @param example of what would do */
    private static Decision<ReviewEvent> refuse(String field, EvaluationReason reason, int period, Object example) {
        return Decision.refuse(
                new Refusal(reason, List.of(period, example), List.of(Fault.of(field, reason, period, example))));
    }

    @Override
    public ReviewState evolve(ReviewState state, ReviewEvent event) {
        return switch (event) {
            case Reviewed(var model, var review, var until) -> new ReviewState.Reviewed(model, review, until);
        };
    }
}
