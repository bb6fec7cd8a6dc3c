package vn.dvk.evaluation.write.reviewmodel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.evaluation.domain.review.Review;
import vn.dvk.evaluation.domain.review.ReviewCommand;
import vn.dvk.evaluation.domain.review.ReviewEvent;
import vn.dvk.evaluation.domain.review.ReviewOutcome;
import vn.dvk.evaluation.domain.review.ReviewState;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.evaluation.store.ReviewSettings;
import vn.dvk.evaluation.write.EvidenceBody;
import vn.dvk.evaluation.write.EvidenceWords;
import vn.dvk.evaluation.write.PaperBody;
import vn.dvk.evaluation.write.ProcessCommands;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

@RestController
class ReviewModelController {

    private final ProcessCommands processes;
    private final Streams<ReviewCommand, ReviewState, ReviewEvent> reviews;
    private final Answers answers;
    private final Programmes programmes;
    private final EvidenceWords evidenceWords;
    private final ReviewSettings settings;

    ReviewModelController(
            ProcessCommands processes,
            Streams<ReviewCommand, ReviewState, ReviewEvent> reviews,
            Answers answers,
            Programmes programmes,
            EvidenceWords evidenceWords,
            ReviewSettings settings) {
        this.processes = processes;
        this.reviews = reviews;
        this.answers = answers;
        this.programmes = programmes;
        this.evidenceWords = evidenceWords;
        this.settings = settings;
    }

    /** @param period the year */
    record ReviewModelBody(
            @NotNull @Min(1990) @Max(2999) Integer period,
            @NotNull ReviewOutcome outcome,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Valid @Nullable PaperBody paper,
            @Size(max = 4000) @Nullable String remarks,
            @Size(max = 100) @Nullable List<@NotNull @Valid EvidenceBody> evidence) {
        Review review(String id) {
            return new Review(
                    id,
                    period,
                    outcome,
                    on.on(),
                    PaperBody.toPaper(paper),
                    remarks,
                    EvidenceBody.toEvidence(evidence),
                    on.inexact());
        }
    }

    record ModelReviewed(String id, String model, int period) {}

    /** One per year: what is said again of the same year corrects what was said before. */
    @PostMapping("/api/v1/evaluations/{model}/reviews")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> review(
            @PathVariable String model,
            @Valid @RequestBody ReviewModelBody body,
            ExpectedVersion expected,
            RequestContext context) {
        evidenceWords.check(body.evidence(), body.on().on());
        var id = DeterministicId.of("review", model, body.period().toString());
        var review = body.review(id);
        var command = new ReviewCommand.Enter(
                processes.state(model),
                review,
                settings.effectiveFor(),
                programmes.historic(body.on(), review.paper()));
        var outcome = expected.handle(version -> reviews.handle(CommandEnvelope.of(id, command, context, version)));
        var reviewed = new ModelReviewed(id, model, body.period());
        return outcome instanceof Outcome.Stored<?> stored && stored.version() == 1
                ? answers.created(outcome, "/api/v1/evaluations/%s/reviews".formatted(model), _ -> reviewed)
                : answers.ok(outcome, _ -> reviewed);
    }
}
