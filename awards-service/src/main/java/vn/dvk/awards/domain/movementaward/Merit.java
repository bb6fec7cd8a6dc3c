package vn.dvk.awards.domain.movementaward;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Incomplete;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Subject;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * Who is commended, how, and for what.
 *
 * @param recipients at least one
 * @param citation what it is for, in the words of the decision
 * @param period   the time the merit covers; null: the programme's
 * @param amount   money that goes with it, in đồng; null where no rule says how much
 * @param amountBasis by which rule; null where there is no amount
 * @param fund        from which it is paid (quỹ thi đua, khen thưởng …)
 * @param paidOn      the day it was paid; null while it is not, or nobody has said
 * @param precision   how much of its day is known; null: all of it
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
        @Nullable LocalDate paidOn,
        @Nullable Precision precision) {

    public Merit {
        recipients = List.copyOf(recipients);
    }

    /** On a day that is known. */
    public Merit(
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
        this(
                programme,
                subject,
                recipients,
                form,
                track,
                decision,
                on,
                citation,
                period,
                amount,
                amountBasis,
                fund,
                paidOn,
                null);
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** As it counts in its programme. */
    Merit counted(@Nullable LocalDate historicUntil) {
        return with(CommonRules.counted(day(), historicUntil).on(), decision, amount, amountBasis);
    }

    /** Where the first of the recipients belongs: by it the award is counted. */
    public String unit() {
        return recipients.getFirst().unit();
    }

    /** What is missing. */
    public List<String> incomplete() {
        return Incomplete.of(day(), decision, amount);
    }

    /** The same act, whatever its paper is called by now. */
    boolean isSameAs(Merit other) {
        return decision.isSamePaperAs(other.decision)
                && with(on, other.decision, amount, amountBasis).equals(other);
    }

    /** With its paper as it reads now. */
    Merit reading(UnaryOperator<DecisionPaper> now) {
        return with(on, now.apply(decision), amount, amountBasis);
    }

    private Merit with(LocalDate day, DecisionPaper paper, @Nullable Long money, @Nullable String basis) {
        return new Merit(
                programme,
                subject,
                recipients,
                form,
                track,
                paper,
                day,
                citation,
                period,
                money,
                basis,
                fund,
                paidOn,
                precision);
    }

    /** With the amount that the tables say, unless one was typed. */
    Merit priced(Amounts tables) {
        return amount != null
                ? this
                : tables.of(form, track, subject, decision)
                        .map(found -> with(on, decision, found.amount(), found.basis()))
                        .orElse(this);
    }

    Merit corrected(AwardCorrection by, Amounts tables) {
        var now = new Merit(
                programme,
                subject,
                by.recipientsOr(recipients),
                AwardCorrection.or(by.form(), form),
                AwardCorrection.or(by.track(), track),
                AwardCorrection.or(by.decision(), decision),
                AwardCorrection.or(by.awardOn(), on),
                AwardCorrection.orNone(by.citation(), citation),
                AwardCorrection.orNone(by.period(), period),
                by.amount(amount, amountBasis),
                by.basis(amountBasis),
                AwardCorrection.orNone(by.fund(), fund),
                AwardCorrection.orNone(by.paidOn(), paidOn),
                by.awardOn() == null ? precision : null);
        return by.pricesAnew(amountBasis) ? now.priced(tables) : now;
    }

    /** Which fields a correction has changed. The words of the citation are not told. */
    public static List<Change> changes(Merit was, Merit now) {
        return new Change.Comparison<>(was, now)
                .field("form", Merit::form)
                .field("track", Merit::track)
                .field("decision", one -> one.decision.asWritten())
                .field("on", one -> one.precision == null ? one.on : one.day().asKnown())
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
