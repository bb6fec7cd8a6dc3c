package vn.dvk.awards.write.proposereplication;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.RowCheck;

/** Đợt nhân rộng: a campaign proposes one model to many targets at once. */
@RestController
@Tag(name = "Replication")
class ProposeReplicationsController {

    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final Proposals proposals;
    private final RowCheck rowCheck;
    private final Answers answers;

    ProposeReplicationsController(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            Proposals proposals,
            RowCheck rowCheck,
            Answers answers) {
        this.replications = replications;
        this.proposals = proposals;
        this.rowCheck = rowCheck;
        this.answers = answers;
    }

    /**
     * Either {@code model} or {@code source}. The targets are not {@code @Valid}: each is checked by itself.
     *
     * @param source   a model that is none of ours
     * @param ownModel whether the targets are going to register it as models of their own
     */
    record ProposeReplicationsBody(
            @Nullable @Size(min = 1, max = 80) String model,
            @Nullable @Valid OutsideInput source,
            @NotEmpty @Size(max = 1000) List<@NotNull TargetInput> targets,
            @NotNull Boolean ownModel,
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Valid DecisionInput decision,
            @Nullable @Size(max = 4000) String note) {

        Replication.Proposal proposal() {
            return new Replication.Proposal(on, NamedDecisions.asWritten(decision), OptionalText.orNone(note));
        }
    }

    /** One row per target; one bad row stops nobody. */
    @PostMapping("/api/v1/replications/bulk")
    @Allowed(roles = "'OFFICER'")
    Map<String, Object> proposeMany(@Valid @RequestBody ProposeReplicationsBody body, RequestContext context) {
        var outcomes = rowCheck.carryOut(body.targets(), right -> propose(body, right, context.withoutKey()));
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add(
                    "target",
                    body.targets().get(i).label(),
                    outcomes.get(i),
                    state -> Map.of("state", ReplicationAnswer.of(state).state()));
        }
        return rows.body();
    }

    private List<Outcome<Replication>> propose(
            ProposeReplicationsBody body, List<TargetInput> targets, RequestContext context) {
        return replications.handleAll(proposals
                .of(
                        body.model(),
                        body.source(),
                        targets.stream().map(TargetInput::target).toList(),
                        body.ownModel(),
                        body.proposal())
                .stream()
                .map(one -> CommandEnvelope.of(one.id(), one.command(), context))
                .toList());
    }
}
