package vn.dvk.registration.domain.programme;

/** Everything that can be asked about a programme. */
public sealed interface ProgrammeCommand {

    /** Launches it, or changes its settings. */
    record LayDown(String code, Settings settings) implements ProgrammeCommand {}
}
