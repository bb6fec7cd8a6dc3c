package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** As much of a programme's history as a decision needs. */
public sealed interface Programme {

    record Unknown() implements Programme {}

    /**
     * @param intake   when registrations are handed in; null: as long as it runs
     * @param closedOn since when nothing new is taken in; null: it is open
     * @param targets  who should register; null: nobody has said it
     */
    record Running(
            String code,
            Settings settings,
            @Nullable Intake intake,
            @Nullable LocalDate closedOn,
            @Nullable Targets targets)
            implements Programme {

        /** As it is when it has just been laid down. */
        public static Running launched(String code, Settings settings) {
            return new Running(code, settings, null, null, null);
        }

        Running with(Settings others) {
            return new Running(code, others, intake, closedOn, targets);
        }

        Running with(Intake other) {
            return new Running(code, settings, other, closedOn, targets);
        }

        Running closed(@Nullable LocalDate on) {
            return new Running(code, settings, intake, on, targets);
        }

        Running with(Targets others) {
            return new Running(code, settings, intake, closedOn, others);
        }
    }
}
