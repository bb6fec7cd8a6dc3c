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
import vn.dvk.awards.domain.replication.ReplicationCommand.Propose;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.domain.replication.Target;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.awards.read.ReplicationAnswer;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.OptionalText;
import vn.dvk.kit.envelope.DeterministicId;
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
    private final OpenDossiers dossiers;
    private final Directory directory;
    private final WiderHolds holds;
    private final Answers answers;

    ProposeReplicationController(
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            OpenDossiers dossiers,
            Directory directory,
            WiderHolds holds,
            Answers answers) {
        this.replications = replications;
        this.dossiers = dossiers;
        this.directory = directory;
        this.holds = holds;
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

    record TargetInput(
            @NotBlank @Size(max = 40) String unit,
            @Nullable @Size(max = 4000) String place) {

        Target target() {
            return new Target(unit, OptionalText.orNone(place));
        }
    }

    private static LocalDate day(ProposeReplicationBody body) {
        return body.decision() != null && body.decision().date() != null
                ? body.decision().date()
                : body.on();
    }

    /** The id follows from model, unit and place: proposing the same twice is proposing it once. */
    @PostMapping("/api/v1/replications")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> propose(
            @Valid @RequestBody ProposeReplicationBody body, ExpectedVersion expected, RequestContext context) {
        var source = dossiers.read(body.model()).dossier();
        var target = body.target().target();
        var id = DeterministicId.of(
                "replication", body.model(), target.unit(), target.place() == null ? "" : target.place());
        var command = new Propose(
                id,
                source,
                target,
                directory.unit(target.unit()).map(Unit::lifetime).orElse(null),
                body.ownModel(),
                new Replication.Proposal(
                        body.on(), NamedDecisions.asWritten(body.decision()), OptionalText.orNone(body.note())),
                holds.onModels(List.of(body.model()), day(body)).get(body.model()));
        var outcome = expected.handle(
                version -> replications.handle(CommandEnvelope.of(id, command, context.withoutKey(), version)));
        return answers.created(outcome, "/api/v1/replications/" + id, ReplicationAnswer::of);
    }
}
