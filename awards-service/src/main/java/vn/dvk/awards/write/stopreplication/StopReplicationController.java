package vn.dvk.awards.write.stopreplication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationCommand.Stop;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.read.ReplicationAnswer;
import vn.dvk.awards.store.SourceModels;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Dừng nhân rộng. */
@RestController
@Tag(name = "Replication")
class StopReplicationController {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final SourceModels sources;
    private final Answers answers;

    StopReplicationController(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            SourceModels sources,
            Answers answers) {
        this.replications = replications;
        this.sources = sources;
        this.answers = answers;
    }

    record StopReplicationBody(
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {}

    @PostMapping("/api/v1/replications/{id}/stop")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> stop(
            @PathVariable String id,
            @Valid @RequestBody StopReplicationBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new Stop(sources.of(id), new Replication.Stop(body.on(), body.reason()));
        var outcome =
                expected.handle(version -> replications.handle(CommandEnvelope.of(id, command, context, version)));
        return answers.ok(outcome, ReplicationAnswer::of);
    }
}
