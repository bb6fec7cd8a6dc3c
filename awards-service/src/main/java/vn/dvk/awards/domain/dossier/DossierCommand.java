package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Level;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Terms;

/** Everything that can be asked of a dossier: news from other services, and requests of people. */
public sealed interface DossierCommand {

    /** What another service has said; it is so, and is only noted. */
    sealed interface News extends DossierCommand {}

    record Open(Entry entry, LocalDate on) implements News {}

    record Amend(Entry entry, LocalDate on) implements News {}

    record Withdraw(Entry entry, LocalDate on) implements News {}

    record NoteEvaluation(Evaluation evaluation) implements News {}

    /** What somebody wants; it may be refused. */
    sealed interface Request extends DossierCommand {}

    /** @param terms null while this service has not heard of the model's programme */
    record Recognize(
            Level level,
            DecisionPaper decision,
            LocalDate on,
            @Nullable Terms terms) implements Request {}

    /** @param terms null while this service has not heard of the model's programme */
    record RefuseRecognition(
            Level level,
            String reason,
            LocalDate on,
            @Nullable DecisionPaper decision,
            @Nullable Terms terms) implements Request {}

    record RevokeRecognition(String recognition, Revocation revocation) implements Request {}

    /** @param unitName what the model's unit is called on the day; null while this service has not heard of it */
    record GrantAward(Commendation commendation, @Nullable String unitName) implements Request {}

    record RevokeAward(String award, Revocation revocation) implements Request {}

    record PlaceHold(Hold.Kind kind, String reason, LocalDate on) implements Request {}

    record ReleaseHold(String hold, Hold.Release release) implements Request {}
}
