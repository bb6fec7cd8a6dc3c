package vn.dvk.kit.decide;

/** How much of a business date is known. Only a historic programme's papers may say less than the day. */
public enum Precision {
    DAY,
    MONTH,
    YEAR
}
