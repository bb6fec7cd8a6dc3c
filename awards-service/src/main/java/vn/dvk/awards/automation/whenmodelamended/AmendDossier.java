package vn.dvk.awards.automation.whenmodelamended;

import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.Amend;
import vn.dvk.awards.events.consumed.ModelRegistration;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Reactions.Next;

/** The model's dossier describes it as it was corrected, changed or transferred. */
public final class AmendDossier {

    private AmendDossier() {}

    public static Next<DossierCommand> on(IncomingEvent event) {
        var registration = event.as(ModelRegistration.class);
        return new Next.Command<>(new Amend(registration.entry(), registration.on(), registration.merger()));
    }
}
