package vn.dvk.awards.automation.whenconclusionvoided;

import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.NoteVoided;
import vn.dvk.awards.events.consumed.ConclusionVoided;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Reactions.Next;

/** The conclusion permits no recognition any more, and a recognition that rests on it is flagged to the authority. */
public final class FlagWhatRestsOnIt {

    private FlagWhatRestsOnIt() {}

    public static Next<DossierCommand> on(IncomingEvent event) {
        var voided = event.as(ConclusionVoided.class);
        return new Next.Command<>(new NoteVoided(voided.conclusion(), voided.reason(), voided.on()));
    }
}
