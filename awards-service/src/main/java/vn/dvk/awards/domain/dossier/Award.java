package vn.dvk.awards.domain.dossier;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.SeveralForms;

/** An award for the model (khen thưởng mô hình, điển hình). */
public record Award(String award, Content content, @Nullable Revocation revoked) {

    /**
     * What it says, which can be corrected.
     *
     * @param recipients at least one
     */
    public record Content(Commendation commendation, List<Recipient> recipients) {
        public Content {
            recipients = List.copyOf(recipients);
        }

        /** Which fields of an award a correction has changed. The words of the citation are not told. */
        public static List<Change> changes(Content was, Content now) {
            return new Change.Comparison<>(was, now)
                    .field("form", one -> one.commendation.form())
                    .field("track", one -> one.commendation.track())
                    .field("decision", one -> one.commendation.decision().asWritten())
                    .field(
                            "on",
                            one -> one.commendation.precision() == null
                                    ? one.commendation.on()
                                    : one.commendation.day().asKnown())
                    .field("recipients", one -> Recipient.names(one.recipients))
                    .field("period", one -> one.commendation.period())
                    .field("amount", one -> one.commendation.amount())
                    .field("amountBasis", one -> one.commendation.amountBasis())
                    .field("fund", one -> one.commendation.fund())
                    .field("paidOn", one -> one.commendation.paidOn())
                    .fieldUntold("citation", one -> one.commendation.citation())
                    .changes();
        }
    }

    public Commendation commendation() {
        return content.commendation();
    }

    public List<Recipient> recipients() {
        return content.recipients();
    }

    public boolean stands() {
        return revoked == null;
    }

    /** Whether it is for what the other is for too, to somebody who receives both. */
    boolean isInTheWayOf(Content other, SeveralForms several) {
        var oneAchievement =
                Period.mayBeSame(commendation().period(), other.commendation().period());
        var counted = several == SeveralForms.NEVER
                || commendation().track().equals(other.commendation().track());
        return stands()
                && oneAchievement
                && counted
                && recipients().stream()
                        .anyMatch(one -> other.recipients().stream().anyMatch(one::isSameAs));
    }

    /** With its papers as they read now. */
    Award reading(UnaryOperator<DecisionPaper> now) {
        return new Award(
                award, new Content(commendation().reading(now), recipients()), Revocation.reading(revoked, now));
    }

    Award corrected(Content now) {
        return new Award(award, now, revoked);
    }

    Award revoked(Revocation by) {
        return new Award(award, content, by);
    }
}
