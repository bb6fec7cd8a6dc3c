package vn.dvk.awards.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.kit.decide.Day;
import vn.dvk.service.web.KnownDay;

/**
 * Why and since when something given is no longer valid.
 *
 * @param on     by month or year only of what is of a historic programme
 * @param effect {@code ENDED} unless said otherwise
 */
public record RevocationInput(
        @NotBlank @Size(max = 4000) String reason,

        @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
        Day on,

        @Nullable Effect effect,
        @Nullable @Valid DecisionInput decision) {

    /** @param paper the decision that revokes it, if one does */
    public Revocation revocation(@Nullable DecisionPaper paper) {
        return new Revocation(reason, on.on(), effect == null ? Effect.ENDED : effect, paper, on.inexact());
    }
}
