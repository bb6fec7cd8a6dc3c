package vn.dvk.awards.write.revokemovementaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand.Revoke;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.read.MovementAwardAnswer;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.RevocationInput;
import vn.dvk.kit.envelope.RequestContext;
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
    private final Answers answers;

    RevokeMovementAwardController(
            Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> awards,
            NamedDecisions decisions,
            Answers answers) {
        this.awards = awards;
        this.decisions = decisions;
        this.answers = answers;
    }

    @PostMapping("/api/v1/movement-awards/{award}/revocation")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> revoke(
            @PathVariable String award,
            @Valid @RequestBody RevocationInput body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.orNone(body.decision());
        var command = new Revoke(award, body.revocation(NamedDecisions.paper(decision)));
        var outcome = decisions.handle(awards, award, command, decision, expected, context);
        return answers.ok(outcome, state -> MovementAwardAnswer.of(award, state));
    }
}
