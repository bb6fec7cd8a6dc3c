package vn.dvk.registration.domain.programme;

/** Everything that can be asked about a programme. */
public sealed interface ProgrammeCommand {

    /**
     * Launches it, or changes its settings.
     *
     * @param hostKnown whether the unit that runs it is in the directory
     */
    record LayDown(String code, Settings settings, boolean hostKnown) implements ProgrammeCommand {}
}
