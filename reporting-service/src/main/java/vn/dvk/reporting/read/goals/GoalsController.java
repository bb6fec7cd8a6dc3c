package vn.dvk.reporting.read.goals;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Moment;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.domain.goal.GoalProgress;
import vn.dvk.reporting.domain.goal.Goals;
import vn.dvk.reporting.projection.CardDocuments;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.service.web.Refused;

@RestController
class GoalsController {

    private final Generations generations;
    private final Directory directory;
    private final Clock clock;

    GoalsController(Generations generations, Directory directory, Clock clock) {
        this.generations = generations;
        this.directory = directory;
        this.clock = clock;
    }

    record ModelGoals(String model, LocalDate asOf, Instant asKnown, List<GoalProgress> goals) {}

    @GetMapping("/api/v1/cards/{model}/goals")
    @Operation(
            summary = "A model's goals and how far it has come",
            description =
                    "The goals valid on asOf, by default the programme's cut-off, else today; as known at asKnown, an"
                            + " instant, a date for the end of that day in Vietnam, or a watermark, by default now. Each value is measured by"
                            + " the goal of its own day: percent = (value − baseline) ÷ (target − baseline), half up. A baseline"
                            + " that the form does not give counts as 0 (baselineAssumed). No percent where the target equals"
                            + " the baseline.")
    ModelGoals goals(
            @PathVariable String model,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String asKnown) {
        var card =
                generations.reading().cards().find(new Document("_id", model)).first();
        var summary = card == null ? null : CardDocuments.summary(card);
        if (card == null || summary == null) {
            throw Refused.notFound("card", model);
        }
        var asked = Parameters.date("asOf", asOf);
        var known = Parameters.known("asKnown", asKnown);
        var day = asked == null ? cutOff(summary.programme(), known) : asked;
        var moment = known.at() == null ? clock.instant() : known.at();
        return new ModelGoals(model, day, moment, Goals.of(CardDocuments.history(card), day, moment));
    }

    private LocalDate cutOff(String programme, Moment known) {
        return directory
                .asKnown(known.at())
                .programme(programme)
                .map(it -> it.cutOff())
                .orElseGet(() -> known.today(directory));
    }
}
