package vn.dvk.awards.automation.whenmodelevaluated;

import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.NoteEvaluation;
import vn.dvk.awards.events.consumed.EvaluationConclusion;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Reactions.Next;

/** The model's dossier notes the conclusion, whether or not the registration is here already. */
public final class NoteConclusion {

    private NoteConclusion() {}

    public static Next<DossierCommand> on(IncomingEvent event) {
        return new Next.Command<>(
                new NoteEvaluation(event.as(EvaluationConclusion.class).evaluation()));
    }
}
