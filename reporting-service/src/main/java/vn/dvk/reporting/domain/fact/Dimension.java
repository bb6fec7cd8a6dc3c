package vn.dvk.reporting.domain.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What facts are told apart by: filters and groups of every report. */
public enum Dimension {
    /** Whose programme it is; absent: the own installation's, see {@link #NONE}. */
    INSTALLATION,
    PROGRAMME,
    UNIT,
    FIELD,
    KIND,
    SUBJECT,
    /** Of a recognition its own; of a registration the one applied for. */
    LEVEL,
    FORM,
    TRACK,
    CATEGORY,
    ISSUER,
    GRADE,
    ORIGIN,
    /** The unit that takes up a replicated model. */
    TARGET,
    STEP,
    /** Of a yearly review, and of a model that one has closed. */
    OUTCOME,
    /** What the papers of the thing should tell and do not: {@code on}, {@code decision.number}, {@code amount}. */
    LACKS,
    MODEL,
    /** The entry of an earlier period that a model goes on from. Nobody asks by it. */
    CONTINUES,
    /** Of what a programme counts because it was forwarded to it: the programme of the entry itself. Nobody asks by it. */
    VIA,
    /** The units a model was transferred to later, in order: where a split unit's fact counts. Nobody asks by it. */
    HEIRS,
    /** Id of the decision that it rests on: what is corrected of that is corrected here. Nobody asks by it. */
    PAPER;

    /** What people ask and group by. */
    public static final List<Dimension> ASKED = Arrays.stream(values())
            .filter(one -> one != HEIRS && one != PAPER && one != CONTINUES && one != VIA)
            .toList();

    /** Asks for facts that do not have the dimension. */
    public static final String NONE = "";

    /** As in addresses, answers and the store. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> of(String code) {
        return ASKED.stream().filter(dimension -> dimension.code().equals(code)).findFirst();
    }
}
