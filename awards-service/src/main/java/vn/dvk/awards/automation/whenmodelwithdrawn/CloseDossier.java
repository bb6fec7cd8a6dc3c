package vn.dvk.awards.automation.whenmodelwithdrawn;

import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierCommand.Withdraw;
import vn.dvk.awards.events.consumed.ModelRegistration;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Reactions.Next;

/** The model's dossier is closed. */
public final class CloseDossier {

    private CloseDossier() {}

    public static Next<DossierCommand> on(IncomingEvent event) {
        var registration = event.as(ModelRegistration.class);
        return new Next.Command<>(new Withdraw(registration.entry(), registration.on()));
    }
}
