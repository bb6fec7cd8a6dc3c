package vn.dvk.awards.domain;

/** What an installation has settled about giving awards, and the words they are written in. */
public record GivingRules(SeveralForms severalForms, Amounts amounts, AwardWords words) {}
