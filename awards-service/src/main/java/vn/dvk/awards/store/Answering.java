package vn.dvk.awards.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.submission.Answer;
import vn.dvk.awards.domain.submission.Decided;
import vn.dvk.awards.domain.submission.Item;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.IndexInitializer;

/**
 * What a decision decides answers the submissions that the decision names. Noted right after it is decided; what an instance
 * that ended in between has not noted is found at the next start, because the dossiers name the decision, and the decision
 * the submissions.
 */
@Component
public class Answering implements IndexInitializer {

    private final Streams<SubmissionCommand, Submission, SubmissionEvent> submissions;
    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final RunningSubmissions running;

    Answering(
            Streams<SubmissionCommand, Submission, SubmissionEvent> submissions,
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            RunningSubmissions running) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.running = running;
    }

    /** Of what was decided just now, or before by the same request. A decision that answers none costs nothing. */
    public void note(
            DecisionRegister.@Nullable Named decision, List<? extends Outcome<?>> outcomes, RequestContext context) {
        if (decision == null || decision.answers().isEmpty()) {
            return;
        }
        var id = String.valueOf(decision.paper().id());
        note(
                decision.answers(),
                outcomes.stream()
                        .flatMap(Answering::dossier)
                        .flatMap(known -> Decided.by(id, known).stream())
                        .toList(),
                context);
    }

    private static Stream<Dossier.Known> dossier(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Stored<?> stored && stored.state() instanceof Dossier.Known known) {
            return Stream.of(known);
        }
        return outcome instanceof Outcome.Unchanged<?> unchanged && unchanged.state() instanceof Dossier.Known known
                ? Stream.of(known)
                : Stream.empty();
    }

    private void note(Collection<String> ids, List<Answer> answers, RequestContext context) {
        if (!answers.isEmpty()) {
            submissions.handleAll(ids.stream()
                    .map(id -> CommandEnvelope.<SubmissionCommand>of(
                            id, new SubmissionCommand.Note(answers), context.withoutKey()))
                    .toList());
        }
    }

    /** Everything that the decision has decided already, for submissions that it names since just now. */
    public void settle(String decision, Collection<String> named, RequestContext context) {
        var models = submissions.find(named).values().stream()
                .flatMap(one -> one.state() instanceof Submission.Known known
                        ? known.open().stream().map(Item::model)
                        : Stream.empty())
                .distinct()
                .toList();
        if (!models.isEmpty()) {
            note(
                    named,
                    dossiers.find(models).values().stream()
                            .flatMap(one -> one.state() instanceof Dossier.Known known
                                    ? Decided.by(decision, known).stream()
                                    : Stream.empty())
                            .toList(),
                    context);
        }
    }

    /** Notes what was decided just before an instance ended. */
    @Override
    public void prepare() {
        var context = running.byItself();
        running.decisionsAbout(running.undecided()).forEach((decision, named) -> settle(decision, named, context));
    }
}
