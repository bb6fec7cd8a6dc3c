package vn.dvk.registration.domain.registration;

import static vn.dvk.registration.domain.RegistrationReason.DAY_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.NUMBER_MISSING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.KnownPaper;

/**
 * The historic programmes: the only ones in which a paper may lack its number, or a date its day.
 *
 * @param cutOffs last day that each counts, by its code
 */
public record Historic(Map<String, LocalDate> cutOffs) {

    /** There are none; what is complete need not look for any. */
    public static final Historic NONE = new Historic(Map.of());

    public Historic {
        cutOffs = Map.copyOf(cutOffs);
    }

    /** The day it counts by in that programme. */
    Day counted(Day day, String programme) {
        var cutOff = cutOffs.get(programme);
        return cutOff == null ? day : day.notPast(cutOff);
    }

    @Nullable
    KnownPaper counted(@Nullable KnownPaper paper, String programme) {
        var cutOff = cutOffs.get(programme);
        return cutOff == null || paper == null ? paper : paper.notPast(cutOff);
    }

    /** What is missing, and may not be in that programme. */
    List<Fault> faults(Day on, String field, @Nullable KnownPaper paper, String programme) {
        return faults("on", on, field, paper, programme);
    }

    List<Fault> faults(String dayField, Day on, String field, @Nullable KnownPaper paper, String programme) {
        var faults = new ArrayList<Fault>();
        if (cutOffs.containsKey(programme)) {
            return faults;
        }
        if (!on.isExact()) {
            faults.add(Fault.of(dayField, DAY_MISSING, programme));
        }
        if (paper != null && paper.number() == null) {
            faults.add(Fault.of(field + ".number", NUMBER_MISSING, programme));
        }
        if (paper != null && !paper.day().isExact()) {
            faults.add(Fault.of(field + ".date", DAY_MISSING, programme));
        }
        return faults;
    }
}
