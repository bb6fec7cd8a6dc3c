package vn.dvk.awards.write.startreplication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
import vn.dvk.service.web.ETag;

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

    record Body(@NotNull @PastOrPresent LocalDate on) {}

    @PostMapping("/api/v1/replications/{id}/application")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> start(
            @PathVariable String id,
            @Valid @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            RequestContext context) {
        var command = new Start(sources.of(id), body.on());
        var outcome = replications.handle(
                CommandEnvelope.of(id, command, context, version == null ? null : version.number()));
        return answers.ok(outcome, ReplicationAnswer::of);
    }
}
