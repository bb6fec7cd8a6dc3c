package vn.dvk.awards.read.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.decision.DecisionText;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.awards.domain.decision.RegisterEvent.Corrected;
import vn.dvk.awards.domain.decision.RegisterEvent.Issued;
import vn.dvk.awards.domain.decision.RegisterEvent.Revoked;
import vn.dvk.kit.decide.Recorded;

/** What was corrected of a decision, when, by whom and why. */
final class Corrections {

    private Corrections() {}

    /**
     * @param on business day of the correction
     * @param at when it was recorded
     * @param by id of the person who corrected it
     */
    record Correction(LocalDate on, Instant at, String by, String reason, List<Change> changes) {}

    /** Oldest first. */
    static List<Correction> in(List<Recorded<RegisterEvent>> history) {
        return history.stream().flatMap(Corrections::correction).toList();
    }

    private static Stream<Correction> correction(Recorded<RegisterEvent> recorded) {
        return switch (recorded.event()) {
            case Corrected(var was, var now, var reason, var on) ->
                Stream.of(new Correction(on, recorded.at(), recorded.by(), reason, DecisionText.changes(was, now)));
            case Issued _, Revoked _ -> Stream.empty();
        };
    }
}
