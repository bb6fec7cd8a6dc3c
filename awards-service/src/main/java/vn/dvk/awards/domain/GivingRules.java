package vn.dvk.awards.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an installation has settled about giving awards, and the words they are written in.
 *
 * @param historicUntil the cut-off of the model's programme, if it is historic: only then less than a day may be known
 */
public record GivingRules(
        SeveralForms severalForms,
        Amounts amounts,
        AwardWords words,
        @Nullable LocalDate historicUntil) {

    /** Of a programme that is not historic. */
    public GivingRules(SeveralForms severalForms, Amounts amounts, AwardWords words) {
        this(severalForms, amounts, words, null);
    }
}
