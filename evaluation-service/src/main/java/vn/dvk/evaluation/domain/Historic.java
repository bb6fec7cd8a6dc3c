package vn.dvk.evaluation.domain;

import static vn.dvk.evaluation.domain.EvaluationReason.DAY_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.NUMBER_MISSING;
import static vn.dvk.evaluation.domain.EvaluationReason.PAPERS_INCOMPLETE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;

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
    public Day counted(Day day, String programme) {
        var cutOff = cutOffs.get(programme);
        return cutOff == null ? day : day.notPast(cutOff);
    }

    public @Nullable Paper counted(@Nullable Paper paper, String programme) {
        var cutOff = cutOffs.get(programme);
        return cutOff == null || paper == null ? paper : paper.notPast(cutOff);
    }

    /**
     * Why what is missing may not be in that programme.
     *
     * @param field the paper's, as in the request
     */
    public Optional<Refusal> refusal(Day on, String field, @Nullable Paper paper, String programme) {
        if (cutOffs.containsKey(programme)) {
            return Optional.empty();
        }
        var faults = missing(on, field, paper).stream()
                .map(name -> Fault.of(name, name.endsWith(".number") ? NUMBER_MISSING : DAY_MISSING, programme))
                .toList();
        return faults.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(PAPERS_INCOMPLETE, faults));
    }

    /** What is not known, by name: the day itself, and of the paper its number and its day. */
    public static List<String> missing(Day on, String field, @Nullable Paper paper) {
        var missing = new ArrayList<String>();
        if (!on.isExact()) {
            missing.add("on");
        }
        if (paper != null && paper.number() == null) {
            missing.add(field + ".number");
        }
        if (paper != null && !paper.day().isExact()) {
            missing.add(field + ".date");
        }
        return missing;
    }
}
