package vn.dvk.awards.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.service.web.KnownDay;

/**
 * A decision as a request names it: by its id in the register, or as it reads. Whatever reads as a decision of the same
 * issuer, year and number is that decision; one the register does not have is entered as soon as something rests on it.
 *
 * @param id     instead of all others
 * @param number left out while it is not known
 * @param date   by month or year only where everything that rests on it is of a historic programme
 * @param issuer name as written
 * @param unit   code of the unit that issued it, if it is one of ours
 * @param evidence what proves it
 * @param answers  ids of the submissions that it answers
 */
public record DecisionInput(
        @Nullable @Size(min = 1, max = 80) String id,

        @Nullable @Pattern(regexp = NOT_BLANK) @Size(max = 300)
        String number,

        @JsonDeserialize(using = KnownDay.class) @Nullable @PastOrPresent
        Day date,

        @Nullable @Pattern(regexp = NOT_BLANK) @Size(max = 300)
        String issuer,

        @Nullable @Size(min = 1, max = 40) String unit,
        @Nullable @Size(max = 300) String signer,
        @Nullable @Size(max = 300) String capacity,
        @Nullable @Size(max = 50) List<@Pattern(regexp = NOT_BLANK) @Size(max = 4000) String> legalBasis,
        @Nullable @Size(max = 50) List<@NotNull @Valid EvidenceInput> evidence,
        @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 80) String> answers) {

    public static final String NOT_BLANK = "(?s).*\\S.*";
}
