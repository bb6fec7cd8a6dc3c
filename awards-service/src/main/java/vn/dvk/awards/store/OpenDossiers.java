package vn.dvk.awards.store;

import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Refused;

/** Dossiers of models whose registration has arrived here. */
@Component
public class OpenDossiers {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;

    OpenDossiers(Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        this.dossiers = dossiers;
    }

    public record Versioned(Dossier.Known dossier, long version) {}

    /** @throws Refused with {@code not-known-yet} */
    public Versioned read(String model) {
        var found = dossiers.find(model).orElseThrow(() -> new Refused(AwardsReason.NOT_KNOWN_YET));
        return switch (found) {
            case Outcome.Unchanged<Dossier>(var id, var version, var state) -> new Versioned(known(state), version);
        };
    }

    /** @throws Refused with {@code not-known-yet} */
    public static Dossier.Known known(Dossier state) {
        return switch (state) {
            case Dossier.NotOpened _ -> throw new Refused(AwardsReason.NOT_KNOWN_YET);
            case Dossier.Known known -> known;
        };
    }
}
