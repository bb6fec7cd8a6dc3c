package vn.dvk.awards.domain;

/** What an installation has settled about giving awards. */
public record GivingRules(SeveralForms severalForms, Amounts amounts) {

    /** One form only, and no tables. */
    public static final GivingRules STRICT = new GivingRules(SeveralForms.NEVER, Amounts.NONE);
}
