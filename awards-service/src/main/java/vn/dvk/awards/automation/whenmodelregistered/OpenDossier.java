package vn.dvk.awards.automation.whenmodelregistered;

import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.Open;
import vn.dvk.awards.events.consumed.ModelRegistration;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Reactions.Next;

/** The model's dossier is opened. */
public final class OpenDossier {

    private OpenDossier() {}

    public static Next<DossierCommand> on(IncomingEvent event) {
        var registration = event.as(ModelRegistration.class);
        return new Next.Command<>(new Open(registration.entry(), registration.day()));
    }
}
