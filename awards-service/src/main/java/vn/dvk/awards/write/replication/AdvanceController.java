package vn.dvk.awards.write.replication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationCommand.Confirm;
import vn.dvk.awards.domain.replication.ReplicationCommand.Start;
import vn.dvk.awards.domain.replication.ReplicationCommand.Stop;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.web.DecisionInput;
import vn.dvk.awards.web.OpenDossiers;
import vn.dvk.awards.web.ReplicationAnswer;
import vn.dvk.awards.web.Texts;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Đang áp dụng, đã nhân rộng, dừng. */
@RestController
@Tag(name = "Replication")
class AdvanceController {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final OpenDossiers dossiers;
    private final Answers answers;

    AdvanceController(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            OpenDossiers dossiers,
            Answers answers) {
        this.replications = replications;
        this.dossiers = dossiers;
        this.answers = answers;
    }

    record Application(@NotNull @PastOrPresent LocalDate on) {}

    record Confirmation(
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Size(max = 4000) String results,
            @Nullable @Valid DecisionInput decision) {}

    record Stopping(
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {}

    @PostMapping("/api/v1/replications/{id}/application")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> start(
            @PathVariable String id,
            @Valid @RequestBody Application body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            RequestContext cause) {
        return ask(id, source -> new Start(source, body.on()), version, cause);
    }

    @PostMapping("/api/v1/replications/{id}/confirmation")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> confirm(
            @PathVariable String id,
            @Valid @RequestBody Confirmation body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            RequestContext cause) {
        var confirmation = new Replication.Confirmation(
                body.on(), Texts.orNone(body.results()), DecisionInput.paperOrNone(body.decision()));
        return ask(id, source -> new Confirm(source, confirmation), version, cause);
    }

    @PostMapping("/api/v1/replications/{id}/stop")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> stop(
            @PathVariable String id,
            @Valid @RequestBody Stopping body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            RequestContext cause) {
        var stop = new Replication.Stop(body.on(), body.reason());
        return ask(id, source -> new Stop(source, stop), version, cause);
    }

    /** What is published describes the source model as it is now, so its dossier is asked each time. */
    private ResponseEntity<?> ask(
            String id, Function<Dimensions, ReplicationCommand> command, @Nullable ETag version, RequestContext cause) {
        var before = replications.find(id).orElseThrow(() -> new Refused(AwardsReason.REPLICATION_UNKNOWN));
        var model = ReplicationAnswer.of(before.state()).model();
        var source = dossiers.read(model).dossier().entry().dimensions();
        var outcome = replications.handle(
                CommandEnvelope.of(id, command.apply(source), cause, version == null ? null : version.number()));
        return answers.ok(outcome, ReplicationAnswer::of);
    }
}
