package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked about a programme. */
public sealed interface ProgrammeCommand {

    /**
     * Launches it, or changes its settings.
     *
     * @param hostKnown whether the unit that runs it is in the directory
     */
    record LayDown(String code, Settings settings, boolean hostKnown) implements ProgrammeCommand {}

    /**
     * Says when registrations are handed in, or extends the time.
     *
     * @param reason why it is changed; the first time none is needed
     */
    record SetIntake(Intake intake, @Nullable String reason) implements ProgrammeCommand {}

    /** Nothing new is taken in after; corrections still are. */
    record Close(LocalDate on) implements ProgrammeCommand {}

    /** It was closed too early. */
    record Reopen(LocalDate on, String reason) implements ProgrammeCommand {}
}
