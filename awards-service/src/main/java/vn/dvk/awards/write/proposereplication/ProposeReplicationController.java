package vn.dvk.awards.write.proposereplication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.read.ReplicationAnswer;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Đề xuất nhân rộng một mô hình ra một nơi. */
@RestController
@Tag(name = "Replication")
class ProposeReplicationController {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final Proposals proposals;
    private final Answers answers;

    ProposeReplicationController(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            Proposals proposals,
            Answers answers) {
        this.replications = replications;
        this.proposals = proposals;
        this.answers = answers;
    }

    /** @param ownModel whether the target is going to register it as a model of its own */
    record ProposeReplicationBody(
            @NotBlank @Size(max = 80) String model,
            @NotNull @Valid TargetInput target,
            @NotNull Boolean ownModel,
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Valid DecisionInput decision,
            @Nullable @Size(max = 4000) String note) {}

    /** The id follows from model, unit and place: proposing the same twice is proposing it once. */
    @PostMapping("/api/v1/replications")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> propose(
            @Valid @RequestBody ProposeReplicationBody body, ExpectedVersion expected, RequestContext context) {
        var proposal = new Replication.Proposal(
                body.on(), NamedDecisions.asWritten(body.decision()), OptionalText.orNone(body.note()));
        var command = proposals
                .of(body.model(), List.of(body.target().target()), body.ownModel(), proposal)
                .getFirst();
        var id = command.replication();
        var outcome = expected.handle(
                version -> replications.handle(CommandEnvelope.of(id, command, context.withoutKey(), version)));
        return answers.created(outcome, "/api/v1/replications/" + id, ReplicationAnswer::of);
    }
}
