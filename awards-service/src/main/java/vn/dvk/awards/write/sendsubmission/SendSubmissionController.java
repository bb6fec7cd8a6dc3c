package vn.dvk.awards.write.sendsubmission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardWords;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionCommand.Send;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.domain.submission.SubmissionText;
import vn.dvk.awards.read.SubmissionAnswer;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.GivingRulesByModel;
import vn.dvk.awards.store.ProgrammeRulesByModel;
import vn.dvk.awards.store.RunningSubmissions;
import vn.dvk.awards.store.SubmissionDrafts;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.awards.store.Words;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Refused;

/** Trình. The submission goes out as it was last saved. */
@RestController
@Tag(name = "Submissions")
class SendSubmissionController {

    private final Streams<SubmissionCommand, Submission, SubmissionEvent> submissions;
    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final SubmissionDrafts drafts;
    private final RunningSubmissions running;
    private final ProgrammeRulesByModel rules;
    private final WiderHolds holds;
    private final Directory directory;
    private final GivingRulesByModel giving;
    private final Words words;
    private final Answers answers;

    SendSubmissionController(
            Streams<SubmissionCommand, Submission, SubmissionEvent> submissions,
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            SubmissionDrafts drafts,
            RunningSubmissions running,
            ProgrammeRulesByModel rules,
            WiderHolds holds,
            Directory directory,
            GivingRulesByModel giving,
            Words words,
            Answers answers) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.running = running;
        this.rules = rules;
        this.holds = holds;
        this.directory = directory;
        this.giving = giving;
        this.words = words;
        this.answers = answers;
    }

    record SendSubmissionBody(@NotNull @PastOrPresent LocalDate on) {}

    @Operation(summary = "Send it; says item by item what is in the way")
    @PostMapping("/api/v1/submissions/{id}/sending")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> send(
            @PathVariable String id,
            @Valid @RequestBody SendSubmissionBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var current = drafts.current(id).orElseThrow(() -> new Refused(AwardsReason.SUBMISSION_UNKNOWN, id));
        if (!submissions.isRepeated(id, context) && !expected.admits(current.version())) {
            return answers.ok(new Outcome.Overtaken<Submission>(current.version()), SubmissionAnswer::of);
        }
        var outcome = submissions.handle(
                CommandEnvelope.of(id, command(id, current.text(), body.on()), context, current.streamVersion()));
        if (outcome instanceof Outcome.Stored<Submission>) {
            drafts.remove(id);
        }
        return answers.ok(outcome, SubmissionAnswer::of);
    }

    private Send command(String id, SubmissionText text, LocalDate on) {
        var models = text.items().stream().map(Item::model).distinct().toList();
        var known = dossiers.find(models);
        var allowed = rules.of(models, words(text, Item::level));
        var held = holds.onModels(models, on);
        var asking = running.asking(text.items().stream().map(Item::key).toList(), id);
        var given = giving.of(models, awardWords(text));
        return new Send(
                id,
                text,
                on,
                text.items().stream()
                        .map(item -> new Send.Known(
                                known.get(item.model()) instanceof Outcome.Unchanged<Dossier> found
                                                && found.state() instanceof Dossier.Known dossier
                                        ? dossier
                                        : null,
                                allowed.get(item.model()),
                                given.of(item.model()),
                                held.get(item.model()),
                                asking.get(item.key())))
                        .toList(),
                unknownUnits(text));
    }

    private AwardWords awardWords(SubmissionText text) {
        words(text, Item::form).forEach(form -> words.awards(form, null));
        return words.awards(null, null);
    }

    private static List<String> words(SubmissionText text, Function<Item, @Nullable String> word) {
        return text.items().stream()
                .map(word)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Map<String, String> unknownUnits(SubmissionText text) {
        var named = new HashMap<String, String>();
        named.put("from", text.from());
        if (text.to() != null && text.to().unit() != null) {
            named.put("to.unit", text.to().unit());
        }
        var known = directory.units(List.copyOf(named.values())).keySet();
        named.values().removeIf(known::contains);
        return named;
    }
}
