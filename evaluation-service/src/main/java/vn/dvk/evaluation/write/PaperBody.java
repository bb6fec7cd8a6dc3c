package vn.dvk.evaluation.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.kit.decide.Day;
import vn.dvk.service.web.KnownDay;

/** A document as far as its number and date are known; only of a historic programme may there be less than both. */
public record PaperBody(
        @Nullable @Size(min = 1, max = 300) String number,

        @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
        Day date,

        @NotBlank @Size(max = 300) String issuer) {

    public static @Nullable Paper toPaper(@Nullable PaperBody body) {
        return body == null ? null : new Paper(body.number, body.date.on(), body.issuer, body.date.inexact());
    }
}
