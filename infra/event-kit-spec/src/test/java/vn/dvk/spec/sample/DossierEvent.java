package vn.dvk.spec.sample;

/** Everything that can happen to a dossier. */
public sealed interface DossierEvent {

    record Opened(String title) implements DossierEvent {}

    record Noted(String text) implements DossierEvent {}

    /** Stays private: nothing is published. */
    record Closed() implements DossierEvent {}
}
