package vn.dvk.awards.write.revokemovementaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Revoke;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.read.MovementAwardAnswer;
import vn.dvk.awards.write.HistoricProgrammes;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.RevocationInput;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Thu hồi khen thưởng phong trào. */
@RestController
@Tag(name = "Movement awards")
class RevokeMovementAwardController {

    private final Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards;
    private final NamedDecisions decisions;
    private final HistoricProgrammes historic;
    private final Answers answers;

    RevokeMovementAwardController(
            Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards,
            NamedDecisions decisions,
            HistoricProgrammes historic,
            Answers answers) {
        this.awards = awards;
        this.decisions = decisions;
        this.historic = historic;
        this.answers = answers;
    }

    @PostMapping("/api/v1/movement-awards/{award}/revocation")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> revoke(
            @PathVariable String award,
            @Valid @RequestBody RevocationInput body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.asKnownOrNone(body.decision());
        var paper = NamedDecisions.paper(decision);
        var command = new Revoke(award, body.revocation(paper), until(award, body.on(), paper));
        var outcome = decisions.handle(awards, award, command, decision, expected, context);
        return answers.ok(outcome, state -> MovementAwardAnswer.of(award, decisions.reading(state)));
    }

    private @Nullable LocalDate until(String award, Day on, @Nullable DecisionPaper paper) {
        return awards.find(award).map(Outcome.Unchanged::state).orElse(null) instanceof MovementAward.Given given
                ? historic.until(given.merit().programme(), on, paper)
                : null;
    }
}
