package vn.dvk.registration.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/** A document: number, date, issuer. */
public record PaperBody(
        @NotBlank @Size(max = 100) String number,
        @NotNull @PastOrPresent LocalDate date,
        @NotBlank @Size(max = 300) String issuer) {

    public Paper toPaper() {
        return new Paper(number, date, issuer);
    }

    public static @Nullable Paper toPaper(@Nullable PaperBody body) {
        return body == null ? null : body.toPaper();
    }
}
