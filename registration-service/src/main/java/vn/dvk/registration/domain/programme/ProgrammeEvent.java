package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a programme. */
public sealed interface ProgrammeEvent {

    record Launched(String code, Settings settings) implements ProgrammeEvent {}

    /** @param reason why deadlines of steps were moved; null: they were not */
    record Changed(Settings settings, @Nullable String reason) implements ProgrammeEvent {
        public Changed(Settings settings) {
            this(settings, null);
        }
    }

    /** @param reason why it was changed; none the first time */
    record IntakeSet(Intake intake, @Nullable String reason) implements ProgrammeEvent {}

    /** All of them: they take the place of those before. */
    record TargetsSet(Targets targets) implements ProgrammeEvent {}

    record Closed(LocalDate on) implements ProgrammeEvent {}

    record Reopened(LocalDate on, String reason) implements ProgrammeEvent {}
}
