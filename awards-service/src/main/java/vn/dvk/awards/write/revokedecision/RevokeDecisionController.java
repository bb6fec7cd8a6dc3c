package vn.dvk.awards.write.revokedecision;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.decision.RegisterCommand;
import vn.dvk.awards.domain.decision.RegisterCommand.Revoke;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.read.DecisionAnswer;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.RevocationInput;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** Thu hồi quyết định: nothing can rest on it any more. What rests on it is revoked one by one, each for its own reason. */
@RestController
@Tag(name = "Decisions")
class RevokeDecisionController {

    private final Streams<RegisterCommand, RegisterEntry, RegisterEvent> register;
    private final NamedDecisions decisions;
    private final Answers answers;

    RevokeDecisionController(
            Streams<RegisterCommand, RegisterEntry, RegisterEvent> register,
            NamedDecisions decisions,
            Answers answers) {
        this.register = register;
        this.decisions = decisions;
        this.answers = answers;
    }

    @PostMapping("/api/v1/decisions/{decision}/revocation")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> revoke(
            @PathVariable String decision,
            @Valid @RequestBody RevocationInput body,
            ExpectedVersion expected,
            RequestContext context) {
        if (!body.on().isExact()) {
            throw new Refused(CommonRules.fault("on", AwardsReason.DAY_NEEDED));
        }
        var by = decisions.orNone(body.decision());
        var command = new Revoke(decision, body.revocation(NamedDecisions.paper(by)));
        var outcome = decisions.handle(register, decision, command, by, expected, context);
        return answers.ok(outcome, state -> DecisionAnswer.of(decision, state));
    }
}
