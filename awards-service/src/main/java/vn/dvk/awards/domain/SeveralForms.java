package vn.dvk.awards.domain;

/** Whether one achievement may earn one recipient several forms of award: a rule of the law, which an installation may loosen. */
public enum SeveralForms {
    /** One form only, whoever gives it. */
    NEVER,
    /** One form in each track: Party and State each count their own. */
    ONE_PER_TRACK
}
