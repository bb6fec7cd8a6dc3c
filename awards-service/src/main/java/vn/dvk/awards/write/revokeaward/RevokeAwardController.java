package vn.dvk.awards.write.revokeaward;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeAward;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.read.AwardAnswer;
import vn.dvk.awards.write.HistoricProgrammes;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.RevocationInput;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Thu hồi khen thưởng. */
@RestController
@Tag(name = "Awards")
class RevokeAwardController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final NamedDecisions decisions;
    private final HistoricProgrammes historic;
    private final Answers answers;

    RevokeAwardController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            NamedDecisions decisions,
            HistoricProgrammes historic,
            Answers answers) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.historic = historic;
        this.answers = answers;
    }

    @PostMapping("/api/v1/models/{model}/awards/{award}/revocation")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> revoke(
            @PathVariable String model,
            @PathVariable String award,
            @Valid @RequestBody RevocationInput body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.asKnownOrNone(body.decision());
        var paper = NamedDecisions.paper(decision);
        var command = new RevokeAward(award, body.revocation(paper), historic.untilOf(model, body.on(), paper));
        var outcome = decisions.handle(dossiers, model, command, decision, expected, context);
        return answers.ok(
                outcome,
                state -> AwardAnswer.of(decisions.reading(state).award(award).orElseThrow()));
    }
}
