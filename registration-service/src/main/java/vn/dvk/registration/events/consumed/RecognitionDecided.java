package vn.dvk.registration.events.consumed;

/** A recognition that was given, or is no longer valid. */
public record RecognitionDecided(String recognition) {}
