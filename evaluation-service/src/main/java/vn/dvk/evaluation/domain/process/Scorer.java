package vn.dvk.evaluation.domain.process;

/** Who gave a score. The three are separate records; only the superior's counts. */
public enum Scorer {
    /** The model's owner (tự chấm). */
    SELF,
    /** The unit (đơn vị chấm). */
    UNIT,
    /** The superior's council (cấp trên, hội đồng chấm). */
    SUPERIOR
}
