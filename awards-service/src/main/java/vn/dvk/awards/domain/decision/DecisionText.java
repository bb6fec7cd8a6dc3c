package vn.dvk.awards.domain.decision;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Evidence;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/**
 * What a decision says of itself.
 *
 * @param number     số, ký hiệu; null while it is not known
 * @param issuer     as it is written; bodies are renamed and dissolved, their decisions are not
 * @param unit       code of the unit that issued it, where it is one of ours
 * @param signer     who signed
 * @param capacity   in which capacity: KT., TL., TUQ. …
 * @param legalBasis what it rests on, each in the words of the decision
 * @param evidence   what proves it: the signed paper, above all
 * @param answers    ids of the submissions that it answers
 * @param precision  how much of its date is known; null: the day
 * @param items      how many recognitions and awards it announces; null: it does not say
 */
public record DecisionText(
        @Nullable String number,
        LocalDate date,
        String issuer,
        @Nullable String unit,
        @Nullable String signer,
        @Nullable String capacity,
        List<String> legalBasis,
        List<Evidence> evidence,
        List<String> answers,
        @Nullable Precision precision,
        @Nullable Integer items) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FIRST_NUMBER = Pattern.compile("\\d{1,9}");

    public DecisionText {
        legalBasis = List.copyOf(legalBasis);
        evidence = List.copyOf(evidence);
        answers = List.copyOf(answers);
    }

    /** Its date is known. */
    public DecisionText(
            @Nullable String number,
            LocalDate date,
            String issuer,
            @Nullable String unit,
            @Nullable String signer,
            @Nullable String capacity,
            List<String> legalBasis,
            List<Evidence> evidence,
            List<String> answers) {
        this(number, date, issuer, unit, signer, capacity, legalBasis, evidence, answers, null, null);
    }

    public static DecisionText of(DecisionPaper paper) {
        return new DecisionText(
                paper.number(),
                paper.date(),
                paper.issuer(),
                null,
                null,
                null,
                paper.legalBasis(),
                List.of(),
                List.of(),
                paper.precision(),
                null);
    }

    public Day day() {
        return Day.of(date, precision);
    }

    public DecisionPaper paper(String id) {
        return new DecisionPaper(id, number, date, issuer, legalBasis, precision);
    }

    /**
     * Its place in the register: no two decisions have the same. Issuers count from 1 each year; case and blanks do not make a
     * number another one. While the number is not known, the issuer's only one of that day, month or
     * year is meant, whichever is known.
     */
    public String registerKey() {
        return String.join(
                "|",
                folded(issuer),
                String.valueOf(date.getYear()),
                number == null ? "?" + (precision == null ? date : day().asKnown()) : folded(number));
    }

    /** As a clerk would sort: by issuer and year, then by the number as a number; those without one last. */
    public String sortKey() {
        var found = number == null ? null : FIRST_NUMBER.matcher(number);
        var counted = found != null && found.find() ? "%09d".formatted(Long.parseLong(found.group())) : "~";
        return String.join("|", folded(issuer), String.valueOf(date.getYear()), counted, registerKey());
    }

    /** An issuer's name as it is compared. */
    public static String folded(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }

    public List<String> incomplete() {
        var missing = new ArrayList<String>();
        if (number == null) {
            missing.add("number");
        }
        if (!day().isExact()) {
            missing.add("date");
        }
        return List.copyOf(missing);
    }

    /** Which fields a correction has changed. */
    public static List<Change> changes(DecisionText was, DecisionText now) {
        return new Change.Comparison<>(was, now)
                .field("number", DecisionText::number)
                .field(
                        "date",
                        one -> one.precision == null ? one.date : one.day().asKnown())
                .field("issuer", DecisionText::issuer)
                .field("unit", DecisionText::unit)
                .field("signer", DecisionText::signer)
                .field("capacity", DecisionText::capacity)
                .field("legalBasis", one -> one.legalBasis.isEmpty() ? null : String.join("; ", one.legalBasis))
                .field("evidence", one -> joined(one.evidence.stream().map(Evidence::id)))
                .field("answers", one -> joined(one.answers.stream()))
                .field("items", DecisionText::items)
                .changes();
    }

    private static @Nullable String joined(Stream<String> ids) {
        var text = ids.collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }
}
