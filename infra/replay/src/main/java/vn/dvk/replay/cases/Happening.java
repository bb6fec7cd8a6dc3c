package vn.dvk.replay.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Vocabulary.Effect;
import vn.dvk.replay.cases.Vocabulary.HoldKind;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Outcome;
import vn.dvk.replay.cases.Vocabulary.Question;
import vn.dvk.replay.cases.Vocabulary.Subject;

/**
 * One thing of a story, told to the platform in the order of the file. What each needs is said by {@link Do}; the rest may
 * be left out.
 *
 * @param model     what the story calls it; its name in the platform too
 * @param person    a name for a person or household in the case file: entries with the same one are the same person's
 * @param titles    how many recognitions and awards of a person are in force
 * @param source    a model that is none of the platform's, as it is known
 * @param owner     whose that is, in words
 * @param to        the unit that takes over, applies a model, is commended, or is asked
 * @param programme of a beginning the one it is registered in, and of a source the one it is taken up in, left out the
 *     case's own; else the one above
 * @param continues the model of an earlier programme that it maintains
 * @param known     all that the papers tell of the day: 2018, or 2018-10; what it counts by is {@code on}
 * @param with      the units that take part in it
 * @param was       the number of a decision as it was typed
 * @param goal      the only one of the form; left out, one is invented
 * @param value     what a report says of the form's first goal
 * @param points    of 100
 * @param year      of a review
 * @param name      of a mark
 * @param of        what is asked
 * @param since     the mark from which on changes are asked
 * @param organisation the view in which something is asked
 * @param expect    members of the answer, and what they have to be
 * @param replicaOf the model that it copies
 * @param values    new values by the names of the platform's form: {"place": "Xóm 5"}
 * @param recipients who receives it together: units of the case, and persons of its story
 * @param hold      what is pending
 * @param paper     about units: told at this place of the story, so that what is before it is before it
 * @param refused   the code of the problem with which the platform has to refuse it
 */
public record Happening(
        Place place,
        @JsonProperty("do") Do what,
        @Nullable LocalDate on,
        @Nullable String model,
        @Nullable String unit,
        @Nullable String field,
        @Nullable Kind kind,
        @Nullable Subject subject,
        @Nullable String person,
        @Nullable Integer titles,
        @Nullable String source,
        @Nullable String owner,
        @Nullable String to,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Goal goal,
        @Nullable BigDecimal value,
        @Nullable Integer points,
        @Nullable String level,
        @Nullable String form,
        @Nullable String track,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable String was,
        @Nullable Effect effect,
        @Nullable Outcome outcome,
        @Nullable Integer year,
        @Nullable String reason,
        @Nullable String name,
        @Nullable String programme,
        @Nullable String continues,
        @Nullable String known,
        List<String> with,
        @Nullable Question of,
        @Nullable String since,
        @Nullable String organisation,
        @Nullable Map<String, String> expect,
        @Nullable String replicaOf,
        @Nullable Map<String, Object> values,
        List<String> recipients,
        @Nullable HoldKind hold,
        Case.@Nullable Succession paper,
        @Nullable String refused) {

    /** How a member is written. */
    static String example(String member) {
        return "\"%s\": %s"
                .formatted(
                        member,
                        switch (member) {
                            case "on", "from", "until" -> "\"2024-03-31\"";
                            case "model" -> "\"M1\"";
                            case "unit", "to" -> "\"NA-01\"";
                            case "field" -> "\"KT\"";
                            case "subject" -> "\"COLLECTIVE\"";
                            case "person" -> "\"P1\"";
                            case "titles" -> "2";
                            case "source" -> "\"Dòng họ khuyến học\"";
                            case "owner" -> "\"tỉnh Thái Bình\"";
                            case "points" -> "85";
                            case "level" -> "\"PROVINCE\"";
                            case "form" -> "\"GIAY_KHEN\"";
                            case "track" -> "\"PARTY\"";
                            case "issuer" -> "\"UBND tỉnh\"";
                            case "number", "was" -> "\"15\"";
                            case "effect" -> "\"ANNULLED\"";
                            case "outcome" -> "\"MAINTAINED\"";
                            case "year" -> "2024";
                            case "reason" -> "\"Ghi nhầm\"";
                            case "name" -> "\"28/02/2024\"";
                            case "since" -> "\"28/02/2024\"";
                            case "programme" -> "\"NA-2024\"";
                            case "of" -> "\"targets\"";
                            case "expect" -> "{\"missing\": \"\"}";
                            case "values" -> "{\"place\": \"Xóm 5\"}";
                            case "hold" -> "\"INSPECTION\"";
                            case "paper" ->
                                "{\"effective\": \"2025-07-01\", \"type\": \"RENAMED\", \"units\": [\"NA-01\"], \"name\": \"Xã Mới\"}";
                            default -> throw new IllegalArgumentException(member);
                        });
    }

    /** Whether that member is there. */
    boolean says(String member) {
        return switch (member) {
            case "on" -> on != null;
            case "model" -> model != null;
            case "unit" -> unit != null;
            case "field" -> field != null;
            case "subject" -> subject != null;
            case "person" -> person != null;
            case "titles" -> titles != null;
            case "source" -> source != null;
            case "owner" -> owner != null;
            case "to" -> to != null;
            case "from" -> from != null;
            case "until" -> until != null;
            case "goal" -> goal != null;
            case "value" -> value != null;
            case "points" -> points != null;
            case "level" -> level != null;
            case "form" -> form != null;
            case "track" -> track != null;
            case "issuer" -> issuer != null;
            case "number" -> number != null;
            case "was" -> was != null;
            case "effect" -> effect != null;
            case "outcome" -> outcome != null;
            case "year" -> year != null;
            case "reason" -> reason != null;
            case "name" -> name != null;
            case "programme" -> programme != null;
            case "of" -> of != null;
            case "expect" -> expect != null;
            case "values" -> values != null;
            case "hold" -> hold != null;
            case "paper" -> paper != null;
            default -> throw new IllegalArgumentException(member);
        };
    }

    /**
     * Chỉ tiêu, in numbers.
     *
     * @param measure what is counted, such as {@code hộ}
     */
    public record Goal(String measure, @Nullable BigDecimal baseline, BigDecimal target) {}

    /** What can happen, and what has to be said of it. */
    public enum Do {
        /** Submitted, selected and accepted on one day. */
        REGISTER("on", "model", "unit", "field", "subject"),
        SUBMIT("on", "model", "unit", "field", "subject"),
        RETURN("on", "model", "reason"),
        RESUBMIT("on", "model"),
        /** Selected by the base and accepted by its superior. */
        ACCEPT("on", "model"),
        NOT_APPROVE("on", "model", "reason"),
        WITHDRAW("on", "model", "reason"),
        /** The {@code field}, or whatever {@code values} name, was always the one given. */
        CORRECT("on", "model", "reason"),
        /** The {@code field}, or whatever {@code values} name, is the one given from that day on. */
        CHANGE("on", "model", "reason"),
        TRANSFER("on", "model", "to"),
        /** The programme above counts it too from that day on. */
        FORWARD("on", "model", "programme"),
        /** It never was forwarded there. */
        UNDO_FORWARD("on", "model", "programme", "reason"),
        VOID("on", "model", "reason"),
        REPORT("on", "model", "from", "until"),
        INSPECT("on", "model"),
        /** Carried out, scored and concluded on one day. */
        CONCLUDE("on", "model", "points"),
        VOID_CONCLUSION("on", "model", "reason"),
        REVIEW("on", "model", "year", "outcome"),
        RECOGNIZE("on", "model", "level", "issuer", "number"),
        REVOKE_RECOGNITION("on", "model", "level", "effect", "issuer", "number", "reason"),
        AWARD("on", "model", "form", "track", "issuer", "number"),
        /** It should have read as {@code values} say. */
        CORRECT_AWARD("on", "model", "form", "values", "reason"),
        REVOKE_AWARD("on", "model", "form", "effect", "issuer", "number", "reason"),
        AWARD_MOVEMENT("on", "to", "form", "track", "issuer", "number"),
        /** {@code to} is asked for the model's {@code level}, or for an award of {@code form}. */
        SEND_SUBMISSION("on", "model", "unit", "to"),
        RETURN_SUBMISSION("on", "model", "reason"),
        /** What was asked for the model is not given. */
        REFUSE_ITEM("on", "model", "reason"),
        CORRECT_DECISION("on", "issuer", "was", "number", "reason"),
        /** Nothing is decided about a {@code model}, a {@code person} or a {@code unit} (one of them). */
        PLACE_HOLD("on", "hold", "reason"),
        RELEASE_HOLD("on", "reason"),
        REPLICATE("on", "model", "to"),
        /** The source is none of the platform's. */
        REPLICATE_OUTSIDE("on", "source", "owner", "field", "to"),
        /** Of a {@code model}, or of a {@code source} from outside. */
        CONFIRM_REPLICATION("on", "to"),
        STOP_REPLICATION("on", "to", "reason"),
        /** What was stopped is applied again. */
        RESTART_REPLICATION("on", "to"),
        /** A paper about units is told. */
        REORGANIZE("name", "paper"),
        /** On that day so many titles are in force of the person, whatever units they were given in. */
        TITLES("on", "person", "titles"),
        /** The answer has to be the one that is expected, as known at this place of the story. */
        ASK("on", "of", "expect"),
        /** The platform's watermark here is remembered; {@code asKnown} of a figure may name it. */
        MARK("name");

        private final List<String> needs;

        Do(String... needs) {
            this.needs = List.of(needs);
        }

        public List<String> needs() {
            return needs;
        }

        /** Whether a model begins with it. */
        public boolean begins() {
            return this == REGISTER || this == SUBMIT;
        }

        /** Whether it names the programme it happens in; else that is the model's. */
        boolean isIn() {
            return begins() || this == REPLICATE_OUTSIDE;
        }

        /** Whether it is about a replication that was told before. */
        boolean isOfReplication() {
            return this == CONFIRM_REPLICATION || this == STOP_REPLICATION || this == RESTART_REPLICATION;
        }

        /** Whether it is about a hold on a model, a person or a unit. */
        boolean isOfHold() {
            return this == PLACE_HOLD || this == RELEASE_HOLD;
        }

        /** Whether it says how a form should read. */
        boolean isOfForm() {
            return this == CORRECT || this == CHANGE;
        }

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
