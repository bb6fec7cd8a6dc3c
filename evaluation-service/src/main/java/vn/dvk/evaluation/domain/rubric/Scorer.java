package vn.dvk.evaluation.domain.rubric;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who gives points; each has a record of its own. In order of weight: of two who score the same, the later counts. */
public enum Scorer {
    /** The model's owner (tự chấm). */
    SELF,
    /** The unit (đơn vị chấm). */
    UNIT,
    /** The superior (cấp trên chấm). */
    SUPERIOR,
    /** The council (hội đồng chấm). */
    COUNCIL;

    /** Where a criterion does not say who scores it. */
    public static final Set<Scorer> ALL = Collections.unmodifiableSet(EnumSet.allOf(Scorer.class));

    /** The weightiest first. */
    static final List<Scorer> BY_WEIGHT = List.of(COUNCIL, SUPERIOR, UNIT, SELF);

    /** Judges others' work. Where a judge is named, the points of those who are judged never count. */
    public boolean judges() {
        return this == SUPERIOR || this == COUNCIL;
    }
}
