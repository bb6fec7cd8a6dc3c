package vn.dvk.evaluation.domain.rubric;

import org.jspecify.annotations.Nullable;

/**
 * One grade (xếp loại).
 *
 * @param code   a term of the vocabulary of grades
 * @param from   least total that earns it
 * @param passes whether it passes (đạt); absent only where a rubric says so of some bands and not of this one, which
 *     keeps it from being released
 */
public record Band(
        String code, String label, double from, @Nullable Boolean passes) {

    /** A band of a rubric that leaves it to the {@linkplain Rubric default rule} which bands pass. */
    public Band(String code, String label, double from) {
        this(code, label, from, null);
    }

    public boolean passing() {
        return Boolean.TRUE.equals(passes);
    }

    Band passing(boolean whether) {
        return new Band(code, label, from, whether);
    }
}
