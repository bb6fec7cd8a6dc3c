package vn.dvk.evaluation.domain.process;

import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.SubjectType;

/**
 * What every event about a registered model or exemplar carries, as the registration says.
 *
 * @param id   the registration's id, kept for life
 * @param code the number people write on paper
 * @param name absent of a person's or household's, whose title stays with registration
 * @param unit the unit that registered it
 */
public record Model(
        String id,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        SubjectType subject) {}
