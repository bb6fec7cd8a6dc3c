package vn.dvk.awards.write.releasehold;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.ReleaseHold;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.write.HistoricProgrammes;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Bỏ tạm dừng xét. */
@RestController
@Tag(name = "Holds")
class ReleaseHoldController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final HistoricProgrammes historic;
    private final Answers answers;

    ReleaseHoldController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers, HistoricProgrammes historic, Answers answers) {
        this.dossiers = dossiers;
        this.historic = historic;
        this.answers = answers;
    }

    record ReleaseHoldBody(
            @NotBlank @Size(max = 4000) String reason,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on) {}

    @PostMapping("/api/v1/models/{model}/holds/{hold}/release")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> release(
            @PathVariable String model,
            @PathVariable String hold,
            @Valid @RequestBody ReleaseHoldBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new ReleaseHold(
                hold,
                new Hold.Release(body.reason(), body.on().on(), body.on().inexact()),
                historic.untilOf(model, body.on(), null));
        var outcome = expected.handle(version -> dossiers.handle(CommandEnvelope.of(model, command, context, version)));
        return answers.ok(outcome, state -> OpenDossiers.known(state).hold(hold).orElseThrow());
    }
}
