package vn.dvk.awards.write.revokerecognition;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeRecognition;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.write.RevocationInput;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ETag;

/** Thu hồi công nhận. */
@RestController
@Tag(name = "Recognition")
class RevokeRecognitionController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final Answers answers;

    RevokeRecognitionController(Streams<DossierCommand, Dossier, DossierEvent> dossiers, Answers answers) {
        this.dossiers = dossiers;
        this.answers = answers;
    }

    @PostMapping("/api/v1/models/{model}/recognitions/{recognition}/revocation")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> revoke(
            @PathVariable String model,
            @PathVariable String recognition,
            @Valid @RequestBody RevocationInput body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            RequestContext context) {
        var command = new RevokeRecognition(recognition, body.revocation());
        var outcome =
                dossiers.handle(CommandEnvelope.of(model, command, context, version == null ? null : version.number()));
        return answers.ok(
                outcome,
                state -> OpenDossiers.known(state).recognition(recognition).orElseThrow());
    }
}
