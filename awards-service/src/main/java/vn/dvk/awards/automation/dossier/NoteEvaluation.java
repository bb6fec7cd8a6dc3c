package vn.dvk.awards.automation.dossier;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Evaluation;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;

/** Whenever a model is evaluated, its dossier notes the conclusion, whether or not the registration is here already. */
public final class NoteEvaluation {

    public static final String EVALUATED = "vn.dvk.evaluation.model-evaluated.v1";

    private static final String[] IGNORED = {
        "vn.dvk.evaluation.process-opened.v1",
        "vn.dvk.evaluation.step-completed.v1",
        "vn.dvk.evaluation.step-returned.v1",
        "vn.dvk.evaluation.progress-reported.v1",
        "vn.dvk.evaluation.model-inspected.v1"
    };

    private NoteEvaluation() {}

    /** Our reading of the conclusion. */
    public record Conclusion(
            boolean passed,
            boolean eligible,
            String grade,
            @Nullable Double total,
            LocalDate on) {

        Evaluation evaluation() {
            return new Evaluation(
                    passed, eligible, Objects.requireNonNull(grade, "grade"), total, Objects.requireNonNull(on, "on"));
        }
    }

    public static EventHandler in(Streams<DossierCommand, Dossier, DossierEvent> dossiers) {
        return new Reactions<>("awards", "/dvk/evaluation", dossiers, IncomingEvent::subject)
                .opensWith(
                        EVALUATED,
                        event -> new Next.Command<>(new DossierCommand.NoteEvaluation(
                                event.as(Conclusion.class).evaluation())))
                .ignoring(IGNORED);
    }
}
