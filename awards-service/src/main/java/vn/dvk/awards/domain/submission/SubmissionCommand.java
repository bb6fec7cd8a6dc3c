package vn.dvk.awards.domain.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.dossier.Dossier;

/** Everything that can be asked of a submission. */
public sealed interface SubmissionCommand {

    /**
     * @param known        what is known of each item, in the order of the items
     * @param unknownUnits code by field
     */
    record Send(
            String submission, SubmissionText text, LocalDate on, List<Known> known, Map<String, String> unknownUnits)
            implements SubmissionCommand {
        public Send {
            known = List.copyOf(known);
            unknownUnits = Map.copyOf(unknownUnits);
        }

        /**
         * An item's model a moment ago; what changes at this very moment is seen when it is decided.
         *
         * @param dossier null while this service has not heard of the model
         * @param rules   null while it has not heard of the model's programme
         * @param heldBy  the unit whose hold is in the way on the day; null if none is
         * @param running another submission that asks for the same and is not decided
         */
        public record Known(
                Dossier.@Nullable Known dossier,
                @Nullable ProgrammeRules rules,
                GivingRules giving,
                @Nullable String heldBy,
                @Nullable String running) {}
    }

    record Return(Submission.Return by) implements SubmissionCommand {}

    /**
     * What decisions that name the submission have decided. It is so, hence never refused; what it has not asked for, and
     * what is answered already, is passed over.
     */
    record Note(List<Answer> answers) implements SubmissionCommand {
        public Note {
            answers = List.copyOf(answers);
        }
    }

    /** Items that are not to be given. */
    record RefuseItems(
            List<Item> items,
            String reason,
            LocalDate on,
            @Nullable String decision) implements SubmissionCommand {
        public RefuseItems {
            items = List.copyOf(items);
        }
    }
}
