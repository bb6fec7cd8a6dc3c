package vn.dvk.awards.write.confirmreplication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationCommand.Confirm;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.read.ReplicationAnswer;
import vn.dvk.awards.store.SourceModels;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Đã nhân rộng. */
@RestController
@Tag(name = "Replication")
class ConfirmReplicationController {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final SourceModels sources;
    private final Answers answers;

    ConfirmReplicationController(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            SourceModels sources,
            Answers answers) {
        this.replications = replications;
        this.sources = sources;
        this.answers = answers;
    }

    record ConfirmReplicationBody(
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Size(max = 4000) String results,
            @Nullable @Valid DecisionInput decision) {

        Replication.Confirmation confirmation() {
            return new Replication.Confirmation(on, OptionalText.orNone(results), NamedDecisions.asWritten(decision));
        }
    }

    @PostMapping("/api/v1/replications/{id}/confirmation")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> confirm(
            @PathVariable String id,
            @Valid @RequestBody ConfirmReplicationBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new Confirm(sources.of(id), body.confirmation());
        var outcome =
                expected.handle(version -> replications.handle(CommandEnvelope.of(id, command, context, version)));
        return answers.ok(outcome, ReplicationAnswer::of);
    }
}
