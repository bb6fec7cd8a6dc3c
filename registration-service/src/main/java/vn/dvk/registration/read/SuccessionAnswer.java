package vn.dvk.registration.read;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.unit.Structure;
import vn.dvk.registration.domain.unit.Succession;

/**
 * A reorganization as answers show it.
 *
 * @param sequence  its place among those of the same day
 * @param paper     id of what it was told with and can only be annulled with; null if it stands by itself
 * @param annulment null while it is in force
 */
public record SuccessionAnswer(
        String id,
        int sequence,
        Succession.Type type,
        List<String> units,
        List<String> successors,
        LocalDate effective,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String kind,
        @Nullable Paper decision,
        @Nullable String basis,
        @Nullable String paper,
        @Nullable Annulment annulment) {

    public record Annulment(
            LocalDate on, String reason, @Nullable Paper decision) {}

    public static SuccessionAnswer of(Structure.Told told) {
        var one = told.succession();
        var annulled = told.annulment();
        return new SuccessionAnswer(
                one.id(),
                one.sequence(),
                one.type(),
                one.units(),
                one.successors(),
                one.effective(),
                one.name(),
                one.parent(),
                one.kind(),
                one.decision(),
                one.basis(),
                one.paper(),
                annulled == null ? null : new Annulment(annulled.on(), annulled.reason(), annulled.decision()));
    }
}
