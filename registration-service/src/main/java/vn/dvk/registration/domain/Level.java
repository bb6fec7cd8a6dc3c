package vn.dvk.registration.domain;

/** Cấp. District and bloc are history: nothing can be issued there after their last day. */
public enum Level {
    GRASSROOTS,
    DISTRICT,
    BLOC,
    PROVINCE,
    CENTRAL
}
