package vn.dvk.awards.write.revokerecognition;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeRecognition;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.write.HistoricProgrammes;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.RevocationInput;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Thu hồi công nhận. */
@RestController
@Tag(name = "Recognition")
class RevokeRecognitionController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final NamedDecisions decisions;
    private final HistoricProgrammes historic;
    private final Answers answers;

    RevokeRecognitionController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            NamedDecisions decisions,
            HistoricProgrammes historic,
            Answers answers) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.historic = historic;
        this.answers = answers;
    }

    @PostMapping("/api/v1/models/{model}/recognitions/{recognition}/revocation")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> revoke(
            @PathVariable String model,
            @PathVariable String recognition,
            @Valid @RequestBody RevocationInput body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.asKnownOrNone(body.decision());
        var paper = NamedDecisions.paper(decision);
        var command =
                new RevokeRecognition(recognition, body.revocation(paper), historic.untilOf(model, body.on(), paper));
        var outcome = decisions.handle(dossiers, model, command, decision, expected, context);
        return answers.ok(
                outcome,
                state -> decisions.reading(state).recognition(recognition).orElseThrow());
    }
}
