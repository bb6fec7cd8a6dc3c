package vn.dvk.awards.write;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;

/** A decision as a request names it. */
public record DecisionInput(
        @NotBlank @Size(max = 300) String number,
        @NotNull @PastOrPresent LocalDate date,
        @NotBlank @Size(max = 300) String issuer,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 4000) String> legalBasis) {

    public DecisionPaper paper() {
        return new DecisionPaper(number, date, issuer, legalBasis == null ? List.of() : legalBasis);
    }

    public static @Nullable DecisionPaper paperOrNone(@Nullable DecisionInput input) {
        return input == null ? null : input.paper();
    }
}
