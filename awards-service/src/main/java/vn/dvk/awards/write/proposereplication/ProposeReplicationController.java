package vn.dvk.awards.write.proposereplication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

    /**
     * Either {@code model} or {@code source}.
     *
     * @param source   a model that is none of ours
     * @param ownModel whether the target is going to register it as a model of its own
     */
    record ProposeReplicationBody(
            @Nullable @Size(min = 1, max = 80) String model,
            @Nullable @Valid OutsideInput source,
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
        var targets = List.of(body.target().target());
        var asked = proposals
                .of(body.model(), body.source(), targets, body.ownModel(), proposal)
                .getFirst();
        var id = asked.id();
        var outcome = expected.handle(
                version -> replications.handle(CommandEnvelope.of(id, asked.command(), context.withoutKey(), version)));
        return answers.created(outcome, "/api/v1/replications/" + id, ReplicationAnswer::of);
    }
}
