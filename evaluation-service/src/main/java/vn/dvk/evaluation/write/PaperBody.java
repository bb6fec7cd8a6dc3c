package vn.dvk.evaluation.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;

/** A document: number, date and issuer together. */
public record PaperBody(
        @NotBlank @Size(max = 300) String number,
        @NotNull @PastOrPresent LocalDate date,
        @NotBlank @Size(max = 300) String issuer) {

    public static @Nullable Paper toPaper(@Nullable PaperBody body) {
        return body == null ? null : new Paper(body.number, body.date, body.issuer);
    }
}
