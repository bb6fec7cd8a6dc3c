package vn.dvk.spec.sample;

/** Everything that can be asked of a dossier. */
public sealed interface DossierCommand {

    record Open(String title) implements DossierCommand {}

    record Note(String text) implements DossierCommand {}

    record Close() implements DossierCommand {}

    /** Runs into a defect of the decider. */
    record Stumble() implements DossierCommand {}
}
