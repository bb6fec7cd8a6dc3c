package vn.dvk.awards.store;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardWords;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.SeveralForms;

/**
 * What an installation settles about giving awards.
 *
 * @param severalForms whether one achievement may earn one recipient a form in each track
 * @param baseSalaries mức lương cơ sở, each from a day on
 * @param coefficients which multiple of it goes with which form; empty where nobody has said that the givers pay by one
 */
@ConfigurationProperties("awards.giving")
public record AwardSettings(
        @DefaultValue("NEVER") SeveralForms severalForms,
        @DefaultValue List<Amounts.BaseSalary> baseSalaries,
        @DefaultValue List<Amounts.Coefficient> coefficients) {

    public Amounts amounts() {
        return new Amounts(baseSalaries, coefficients);
    }

    public GivingRules rules(AwardWords words) {
        return new GivingRules(severalForms, amounts(), words);
    }
}
