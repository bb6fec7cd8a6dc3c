package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal.Fault;

/** Everything that can be asked about a programme. */
public sealed interface ProgrammeCommand {

    /**
     * Launches it, or changes its settings.
     *
     * @param hostKnown  whether the unit that runs it is in the directory
     * @param wrongWords what the vocabularies have against the terms it uses
     * @param above      the programme above that it names, and those above that one, the nearest first; as far as there are
     * @param reason     why deadlines of steps are moved; needed only where they are
     */
    record LayDown(
            String code,
            Settings settings,
            boolean hostKnown,
            List<Fault> wrongWords,
            List<Programme.Running> above,
            @Nullable String reason)
            implements ProgrammeCommand {
        public LayDown {
            wrongWords = List.copyOf(wrongWords);
            above = List.copyOf(above);
        }

        /** That moves no deadline. */
        public LayDown(
                String code,
                Settings settings,
                boolean hostKnown,
                List<Fault> wrongWords,
                List<Programme.Running> above) {
            this(code, settings, hostKnown, wrongWords, above, null);
        }

        /** Of a programme with none above it. */
        public LayDown(String code, Settings settings, boolean hostKnown, List<Fault> wrongWords) {
            this(code, settings, hostKnown, wrongWords, List.of(), null);
        }
    }

    /**
     * Says when registrations are handed in, or extends the time.
     *
     * @param reason why it is changed; the first time none is needed
     */
    record SetIntake(Intake intake, @Nullable String reason) implements ProgrammeCommand {}

    /**
     * Says who should register, instead of what was said before.
     *
     * @param faults what the directory has against it, see {@link TargetCheck}
     */
    record SetTargets(Targets targets, List<Fault> faults) implements ProgrammeCommand {
        public SetTargets {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing new is taken in after; corrections still are. */
    record Close(LocalDate on) implements ProgrammeCommand {}

    /** It was closed too early. */
    record Reopen(LocalDate on, String reason) implements ProgrammeCommand {}
}
