package vn.dvk.awards.read.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /**
     * From that day on it was there.
     *
     * @param unit   null: nowhere any more
     * @param merger id of the one by which it got there by itself
     */
    private record Stay(
            LocalDate from, @Nullable String unit, @Nullable String merger) {}

    /** @return nothing before its registration, and from its withdrawal on */
    static @Nullable String on(LocalDate day, List<DossierEvent> history) {
        var stays = new ArrayList<Stay>();
        @Nullable LocalDate opened = null;
        @Nullable String last = null;
        for (var event : history) {
            switch (event) {
                case Opened(var entry, var on, var _) -> {
                    opened = on;
                    last = entry.dimensions().unit();
                    stays.add(new Stay(on, last, null));
                }
                case Amended(var entry, var on, var merger) -> {
                    var unit = entry.dimensions().unit();
                    if (merger != null && merger.undone()) {
                        stays.removeIf(one -> merger.succession().equals(one.merger()));
                    } else if (!unit.equals(last)) {
                        stays.add(new Stay(on, unit, merger == null ? null : merger.succession()));
                    }
                    last = unit;
                }
                case Withdrawn(var _, var on) -> stays.add(new Stay(on, null, null));
                case Evaluated _,
                        ConclusionVoided _,
                        Recognized _,
                        RecognitionRefused _,
                        RecognitionRevoked _,
                        AwardGranted _,
                        AwardCorrected _,
                        AwardRevoked _,
                        HoldPlaced _,
                        HoldReleased _ -> {}
            }
        }
        if (opened != null && day.isBefore(opened)) {
            return null; // its unit may have been merged before it was accepted
        }
        @Nullable String unit = null;
        for (var stay : stays) {
            if (!stay.from().isAfter(day)) {
                unit = stay.unit();
            }
        }
        return unit;
    }
}
