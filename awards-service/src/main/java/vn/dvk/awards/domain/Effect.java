package vn.dvk.awards.domain;

/** What a revocation does to what was given. The two are counted differently, so it is never guessed from the reason. */
public enum Effect {
    /** Hủy bỏ: it never was valid, and no table of any day counts it any more. */
    ANNULLED,
    /** Chấm dứt hiệu lực: valid until {@code on}, no longer from that day. */
    ENDED
}
