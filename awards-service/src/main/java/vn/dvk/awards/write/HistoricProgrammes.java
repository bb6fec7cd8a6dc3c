package vn.dvk.awards.write;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.events.consumed.Programme;
import vn.dvk.awards.store.Affiliations;
import vn.dvk.awards.store.Directory;
import vn.dvk.kit.decide.Day;

/** Up to when the programmes of what is revoked or stopped count, where they are historic. Asked only of days that are not known. */
@Component
public class HistoricProgrammes {

    private final Affiliations affiliations;
    private final Directory directory;

    HistoricProgrammes(Affiliations affiliations, Directory directory) {
        this.affiliations = affiliations;
        this.directory = directory;
    }

    /** @return null where the days are known, the model's programme is not historic, or nobody has heard of it */
    public @Nullable LocalDate untilOf(String model, Day on, @Nullable DecisionPaper paper) {
        if (isKnown(on, paper)) {
            return null;
        }
        var affiliation = affiliations.of(List.of(model)).get(model);
        return affiliation == null ? null : until(affiliation.programme());
    }

    /** The same of the programme itself. */
    public @Nullable LocalDate until(String programme, Day on, @Nullable DecisionPaper paper) {
        return isKnown(on, paper) ? null : until(programme);
    }

    private @Nullable LocalDate until(String programme) {
        return directory.programme(programme).map(Programme::historicUntil).orElse(null);
    }

    private static boolean isKnown(Day on, @Nullable DecisionPaper paper) {
        return on.isExact() && (paper == null || paper.day().isExact());
    }
}
