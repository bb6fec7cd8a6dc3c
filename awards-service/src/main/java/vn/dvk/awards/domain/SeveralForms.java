package vn.dvk.awards.domain;

/**
 * Whether one achievement may earn one recipient several forms of award. That it may not is a principle of the law on
 * emulation and commendation (Luật 06/2022/QH15), which an installation may loosen.
 */
public enum SeveralForms {
    /** One form only, whoever gives it. */
    NEVER,
    /** One form in each track: Party and State each count their own. */
    ONE_PER_TRACK
}
