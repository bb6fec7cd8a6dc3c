package vn.dvk.registration.domain.programme;

/** As much of a programme's history as a decision needs. */
public sealed interface Programme {

    record Unknown() implements Programme {}

    record Running(String code, Settings settings) implements Programme {}
}
