package vn.dvk.awards.read.coverage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.DossierEvent.Amended;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardCorrected;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.ConclusionVoided;
import vn.dvk.awards.domain.dossier.DossierEvent.Evaluated;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldPlaced;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldReleased;
import vn.dvk.awards.domain.dossier.DossierEvent.Opened;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRefused;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;
import vn.dvk.awards.domain.dossier.DossierEvent.Withdrawn;

/** Where the source model itself was on a day. Told on any later day, it is the same. */
final class SourceUnit {

    private SourceUnit() {}

    /** @return nothing before its registration, and from its withdrawal on */
    static @Nullable String on(LocalDate day, List<DossierEvent> history) {
        @Nullable String unit = null;
        for (var event : history) {
            unit = switch (event) {
                case Opened(var entry, var on)
                when !on.isAfter(day) -> entry.dimensions().unit();
                case Amended(var entry, var on)
                when !on.isAfter(day) -> entry.dimensions().unit();
                case Withdrawn(var entry, var on) when !on.isAfter(day) -> null;
                case Opened _,
                        Amended _,
                        Withdrawn _,
                        Evaluated _,
                        ConclusionVoided _,
                        Recognized _,
                        RecognitionRefused _,
                        RecognitionRevoked _,
                        AwardGranted _,
                        AwardCorrected _,
                        AwardRevoked _,
                        HoldPlaced _,
                        HoldReleased _ -> unit;
            };
        }
        return unit;
    }
}
