package vn.dvk.registration.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.service.web.KnownDay;

/** A document as far as its number and date are known; only of a historic programme may there be less than both. */
public record KnownPaperBody(
        @Nullable @Size(min = 1, max = 100) String number,

        @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
        Day date,

        @NotBlank @Size(max = 300) String issuer) {

    public KnownPaper toPaper() {
        return new KnownPaper(number, date.on(), issuer, date.inexact());
    }

    public static @Nullable KnownPaper toPaper(@Nullable KnownPaperBody body) {
        return body == null ? null : body.toPaper();
    }
}
