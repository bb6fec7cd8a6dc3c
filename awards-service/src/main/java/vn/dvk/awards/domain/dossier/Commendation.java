package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.CommonRules;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Incomplete;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Subject;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * What an award for a model is: everything but who receives it.
 *
 * @param citation    what it is for, in the words of the decision
 * @param period      the time the merit covers; null: the programme's
 * @param amount      money that goes with it, in đồng; null where no rule says how much
 * @param amountBasis by which rule; null where there is no amount
 * @param fund        from which it is paid (quỹ thi đua, khen thưởng …)
 * @param paidOn      the day it was paid; null while it is not, or nobody has said
 * @param precision   how much of its day is known; null: all of it
 */
public record Commendation(
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

    /** On a day that is known. */
    public Commendation(
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
        this(form, track, decision, on, citation, period, amount, amountBasis, fund, paidOn, null);
    }

    public Day day() {
        return Day.of(on, precision);
    }

    /** As it counts in a programme. */
    Commendation counted(@Nullable LocalDate historicUntil) {
        var counted = CommonRules.counted(day(), historicUntil).on();
        return new Commendation(
                form, track, decision, counted, citation, period, amount, amountBasis, fund, paidOn, precision);
    }

    /** What is missing. */
    public List<String> incomplete() {
        return Incomplete.of(day(), decision, amount);
    }

    /** The same act, whatever its paper is called by now. */
    public boolean isSameAs(Commendation other) {
        return form.equals(other.form)
                && track.equals(other.track)
                && decision.isSamePaperAs(other.decision)
                && day().equals(other.day())
                && Objects.equals(citation, other.citation)
                && Objects.equals(period, other.period)
                && Objects.equals(amount, other.amount)
                && Objects.equals(amountBasis, other.amountBasis)
                && Objects.equals(fund, other.fund)
                && Objects.equals(paidOn, other.paidOn);
    }

    /** With its paper as it reads now. */
    Commendation reading(UnaryOperator<DecisionPaper> now) {
        return new Commendation(
                form, track, now.apply(decision), on, citation, period, amount, amountBasis, fund, paidOn, precision);
    }

    /** With the amount that the tables say, unless one was typed. */
    Commendation priced(Amounts tables, Subject subject) {
        return amount != null
                ? this
                : tables.of(form, track, subject, decision)
                        .map(found -> new Commendation(
                                form,
                                track,
                                decision,
                                on,
                                citation,
                                period,
                                found.amount(),
                                found.basis(),
                                fund,
                                paidOn,
                                precision))
                        .orElse(this);
    }
}
