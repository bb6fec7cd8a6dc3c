package vn.dvk.awards.write.placehold;

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
import vn.dvk.awards.domain.dossier.DossierCommand.PlaceHold;
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

/** Tạm dừng xét trong khi chờ kỷ luật, thanh tra, khiếu nại. */
@RestController
@Tag(name = "Holds")
class PlaceHoldController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final HistoricProgrammes historic;
    private final Answers answers;

    PlaceHoldController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers, HistoricProgrammes historic, Answers answers) {
        this.dossiers = dossiers;
        this.historic = historic;
        this.answers = answers;
    }

    /** @param on first day; by month or year only of a model of a historic programme */
    record PlaceHoldBody(
            @NotNull Hold.Kind kind,
            @NotBlank @Size(max = 4000) String reason,

            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on) {}

    @PostMapping("/api/v1/models/{model}/holds")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> place(
            @PathVariable String model,
            @Valid @RequestBody PlaceHoldBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new PlaceHold(body.kind(), body.reason(), body.on(), historic.untilOf(model, body.on(), null));
        var outcome = expected.handle(version -> dossiers.handle(CommandEnvelope.of(model, command, context, version)));
        return answers.created(outcome, "/api/v1/models/" + model, state -> hold(state, body));
    }

    private static Hold hold(Dossier state, PlaceHoldBody body) {
        return OpenDossiers.known(state).holds().reversed().stream()
                .filter(one -> one.kind() == body.kind()
                        && one.reason().equals(body.reason())
                        && one.precision() == body.on().inexact()
                        && (one.precision() != null || one.on().equals(body.on().on())))
                .findFirst()
                .orElseThrow();
    }
}
