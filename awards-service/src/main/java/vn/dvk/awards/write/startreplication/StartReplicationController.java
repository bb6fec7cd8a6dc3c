package vn.dvk.awards.write.startreplication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationCommand.Start;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.read.ReplicationAnswer;
import vn.dvk.awards.store.SourceModels;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Đang áp dụng. */
@RestController
@Tag(name = "Replication")
class StartReplicationController {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final SourceModels sources;
    private final Answers answers;

    StartReplicationController(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            SourceModels sources,
            Answers answers) {
        this.replications = replications;
        this.sources = sources;
        this.answers = answers;
    }

    record StartReplicationBody(@NotNull @PastOrPresent LocalDate on) {}

    @PostMapping("/api/v1/replications/{id}/application")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> start(
            @PathVariable String id,
            @Valid @RequestBody StartReplicationBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new Start(sources.of(id), body.on());
        var outcome =
                expected.handle(version -> replications.handle(CommandEnvelope.of(id, command, context, version)));
        return answers.ok(outcome, ReplicationAnswer::of);
    }
}
