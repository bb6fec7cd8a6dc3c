package vn.dvk.awards.write.refuseitems;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.RefuseRecognition;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionCommand.RefuseItems;
import vn.dvk.awards.domain.submission.SubmissionDecider;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.read.SubmissionAnswer;
import vn.dvk.awards.store.DecisionRegister.Named;
import vn.dvk.awards.store.ProgrammeRulesByModel;
import vn.dvk.awards.write.DecisionInput;
import vn.dvk.awards.write.NamedDecisions;
import vn.dvk.awards.write.SubmissionInput.ItemInput;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Không đồng ý với một số đề nghị trong tờ trình. A level that refuses is on record with the model too. */
@RestController
@Tag(name = "Submissions")
class RefuseItemsController {

    private final Streams<SubmissionCommand, Submission, SubmissionEvent> submissions;
    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final ProgrammeRulesByModel rules;
    private final NamedDecisions decisions;
    private final Answers answers;

    RefuseItemsController(
            Streams<SubmissionCommand, Submission, SubmissionEvent> submissions,
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            ProgrammeRulesByModel rules,
            NamedDecisions decisions,
            Answers answers) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.rules = rules;
        this.decisions = decisions;
        this.answers = answers;
    }

    /**
     * @param session  in which a level refuses; the submission stands for one that is not named
     * @param decision by which they are refused, where one was taken
     */
    record RefuseItemsBody(
            @NotEmpty @Size(max = 1000) List<@NotNull @Valid ItemInput> items,
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Valid DecisionInput decision,

            @Nullable @Pattern(regexp = DecisionInput.NOT_BLANK) @Size(max = 120)
            String session) {}

    /** All of them or none: what stands in the way of one is told with its place in the list. */
    @Operation(summary = "Refuse some of the items")
    @PostMapping("/api/v1/submissions/{id}/refusals")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> refuse(
            @PathVariable String id,
            @Valid @RequestBody RefuseItemsBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var decision = decisions.orNone(body.decision());
        var items = body.items().stream().map(ItemInput::item).toList();
        var paper = NamedDecisions.paper(decision);
        var command = new RefuseItems(items, body.reason(), body.on(), paper == null ? null : paper.id());
        if (refusal(id, command, items, body, decision, expected, context) instanceof Outcome<Submission> no) {
            return answers.ok(no, SubmissionAnswer::of);
        }
        return answers.ok(
                decisions.handle(submissions, id, command, decision, ExpectedVersion.ANY, context),
                SubmissionAnswer::of);
    }

    /** What is in the way; if nothing is, the levels have refused by now. */
    private @Nullable Outcome<Submission> refusal(
            String id,
            RefuseItems command,
            List<Item> items,
            RefuseItemsBody body,
            @Nullable Named decision,
            ExpectedVersion expected,
            RequestContext context) {
        if (submissions.isRepeated(id, context)) {
            return null;
        }
        var found = submissions.find(id);
        var version = found.map(Outcome.Unchanged::version).orElse(0L);
        if (!expected.admits(version)) {
            return new Outcome.Overtaken<>(version);
        }
        var state = found.<Submission>map(Outcome.Unchanged::state).orElseGet(Submission.NotOpened::new);
        if (new SubmissionDecider().decide(command, state) instanceof Decision.Refused<SubmissionEvent>(var why)) {
            return new Outcome.Refused<>(why);
        }
        var levels = items.stream().filter(one -> one.level() != null).toList();
        var allowed = rules.of(
                levels.stream().map(Item::model).toList(),
                levels.stream().map(Item::what).toList());
        var commands = levels.stream()
                .map(item -> CommandEnvelope.<DossierCommand>of(
                        item.model(),
                        new RefuseRecognition(
                                Objects.requireNonNull(item.level()),
                                body.session() == null ? id : body.session(),
                                body.reason(),
                                body.on(),
                                null,
                                NamedDecisions.paper(decision),
                                allowed.get(item.model())),
                        context.withoutKey()))
                .toList();
        var outcomes = decision == null
                ? dossiers.handleAll(commands)
                : decisions.handleAll(dossiers, commands, decision, context);
        for (var i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused<Dossier>(var why)) {
                var field = "items[" + items.indexOf(levels.get(i)) + "]";
                return new Outcome.Refused<>(new Refusal(
                        why.reason(), why.arguments(), List.of(new Fault(field, why.reason(), why.arguments()))));
            }
        }
        return null;
    }
}
