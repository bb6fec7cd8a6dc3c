package vn.dvk.awards.domain.movementaward;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Incomplete;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Subject;

/**
 * Who is commended, how, and for what.
 *
 * @param recipients at least one
 * @param citation what it is for, in the words of the decision
 * @param period   the time the merit covers; null: the programme's
 * @param amount   money that goes with it, in đồng; null where no rule says how much
 * @param amountBasis by which rule; null for an amount that was typed without one
 * @param fund        from which it is paid (quỹ thi đua, khen thưởng …)
 * @param paidOn      the day it was paid; null while it is not, or nobody has said
 */
public record Merit(
        String programme,
        Subject subject,
        List<Recipient> recipients,
        String form,
        String track,
        DecisionPaper decision,
        LocalDate on,
        @Nullable String citation,
        @Nullable Period period,
        @Nullable Long amount,
        @Nullable String amountBasis,
        @Nullable String fund,
        @Nullable LocalDate paidOn) {

    public Merit {
        recipients = List.copyOf(recipients);
    }

    /** Where the first of the recipients belongs: by it the award is counted. */
    public String unit() {
        return recipients.getFirst().unit();
    }

    /** What is missing. */
    public List<String> incomplete() {
        return Incomplete.of(decision, amount, amountBasis);
    }

    /** The same act, whatever its paper is called by now. */
    boolean isSameAs(Merit other) {
        return decision.isSamePaperAs(other.decision)
                && with(other.decision, amount, amountBasis).equals(other);
    }

    /** With its paper as it reads now. */
    Merit reading(UnaryOperator<DecisionPaper> now) {
        return with(now.apply(decision), amount, amountBasis);
    }

    private Merit with(DecisionPaper paper, @Nullable Long money, @Nullable String basis) {
        return new Merit(
                programme, subject, recipients, form, track, paper, on, citation, period, money, basis, fund, paidOn);
    }

    /** With the amount that the tables say, unless one was typed. */
    Merit priced(Amounts tables) {
        return amount != null
                ? this
                : tables.of(form, track, subject, decision)
                        .map(found -> with(decision, found.amount(), found.basis()))
                        .orElse(this);
    }

    Merit corrected(AwardCorrection by) {
        return new Merit(
                programme,
                subject,
                by.recipientsOr(recipients),
                AwardCorrection.or(by.form(), form),
                AwardCorrection.or(by.track(), track),
                AwardCorrection.or(by.decision(), decision),
                AwardCorrection.or(by.awardOn(), on),
                AwardCorrection.orNone(by.citation(), citation),
                AwardCorrection.orNone(by.period(), period),
                AwardCorrection.orNone(by.amount(), amount),
                by.basis(amountBasis),
                AwardCorrection.orNone(by.fund(), fund),
                AwardCorrection.orNone(by.paidOn(), paidOn));
    }

    /** Which fields a correction has changed. The words of the citation are not told. */
    public static List<Change> changes(Merit was, Merit now) {
        return new Change.Comparison<>(was, now)
                .field("form", Merit::form)
                .field("track", Merit::track)
                .field("decision", one -> one.decision.asWritten())
                .field("on", Merit::on)
                .field("recipients", one -> Recipient.names(one.recipients))
                .field("period", Merit::period)
                .field("amount", Merit::amount)
                .field("amountBasis", Merit::amountBasis)
                .field("fund", Merit::fund)
                .field("paidOn", Merit::paidOn)
                .fieldUntold("citation", Merit::citation)
                .changes();
    }
}
