package vn.dvk.replay.cases;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.dvk.replay.cases.Vocabulary.Category;
import vn.dvk.replay.cases.Vocabulary.CompletedBy;
import vn.dvk.replay.cases.Vocabulary.Every;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Origin;
import vn.dvk.replay.cases.Vocabulary.Period;
import vn.dvk.replay.cases.Vocabulary.RecognitionRequires;
import vn.dvk.replay.cases.Vocabulary.Subject;
import vn.dvk.replay.cases.Vocabulary.SuccessionType;

/**
 * One published case: what was registered, recognized, commended and replicated, and what was written about it.
 *
 * <p>Sections that a file leaves out are empty. Each record keeps the {@link Place} it was read from, for messages.
 *
 * @param name    stable name of the case; every key sent to the platform starts with it
 * @param ignored sections of the file that this program does not know
 */
public record Case(
        @JsonProperty("case") String name,
        Programme programme,
        List<Programme> otherProgrammes,
        List<Term> terms,
        List<Unit> units,
        List<Succession> successions,
        List<Named> named,
        List<Group> groups,
        @Nullable SteeringGroup steeringGroup,
        @Nullable ProgressReports progressReports,
        List<Recognition> recognitions,
        List<Award> awards,
        List<Replication> replications,
        List<Happening> story,
        List<Published> published,
        List<Identity> identities,
        List<String> ignored) {

    /** Superiors before who stands below them, otherwise as in the file: the platform wants to know whoever is named. */
    public List<Unit> unitsTopDown() {
        var ordered = new LinkedHashSet<Unit>();
        var next = units.stream().filter(unit -> unit.parent() == null).toList();
        while (!next.isEmpty()) {
            ordered.addAll(next);
            var above = next.stream().map(Unit::code).collect(Collectors.toSet());
            next = units.stream()
                    .filter(unit -> unit.parent() != null && above.contains(unit.parent()))
                    .toList();
        }
        return List.copyOf(ordered);
    }

    /** Those above before those below them, otherwise as in the file: the platform wants to know whoever is named. */
    public List<Programme> programmesTopDown() {
        var left = new ArrayList<Programme>();
        left.add(programme);
        left.addAll(otherProgrammes);
        var ordered = new ArrayList<Programme>();
        while (!left.isEmpty()) {
            var waiting = left.stream().map(Programme::code).collect(Collectors.toSet());
            var next = left.stream()
                    .filter(one -> one.parent() == null || !waiting.contains(one.parent()))
                    .findFirst()
                    .orElse(left.getFirst());
            ordered.add(next);
            left.remove(next);
        }
        return List.copyOf(ordered);
    }

    public int registrations() {
        return named.size()
                + groups.stream().mapToInt(Group::count).sum()
                + (int) story.stream().filter(one -> one.what().begins()).count();
    }

    /** Codes of the units that register, in the order of the file. */
    public Set<String> registering() {
        var units = new LinkedHashSet<String>();
        named.forEach(entry -> units.add(entry.unit()));
        groups.forEach(group -> units.add(group.unit()));
        return units;
    }

    /**
     * A word of the case's own: a level, a form of award, a kind of unit that the platform does not come with.
     *
     * @param en    absent: the Vietnamese name
     * @param rank  place among the others; absent: the platform's
     * @param track of a form of award: the only one it is given in
     * @param from  first day; absent: ever since
     * @param to    last day; absent: still
     */
    public record Term(
            String vocabulary,
            String code,
            String vi,
            @Nullable String en,
            @Nullable Integer rank,
            @Nullable String track,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * A run of the movement.
     *
     * @param fields        names by code, in the order of the file
     * @param kinds         empty: all kinds may register
     * @param subjects      empty: all subjects may register
     * @param steps         empty: the default five steps
     * @param expectedUnits how many units should register, as the source says; a claim, of which no rate is made
     * @param targets       which units those are; absent when the source does not say
     * @param reportRhythm  how often its models report; absent when the source does not say
     * @param intake        when registrations are handed in; absent: while it lasts
     * @param historic      whether its papers may lack a number or a day
     * @param parent        the programme above; absent if there is none
     * @param parentFields  what own fields count as there; those left out, as what has the same code
     */
    public record Programme(
            Place place,
            String code,
            String name,
            String host,
            LocalDate from,
            LocalDate to,
            LocalDate cutOff,
            Map<String, String> fields,
            List<String> levels,
            List<Kind> kinds,
            List<Subject> subjects,
            List<Step> steps,
            @Nullable Integer expectedUnits,
            RecognitionRequires recognitionRequires,
            @Nullable Targets targets,
            boolean historic,
            @Nullable ReportRhythm reportRhythm,
            @Nullable Intake intake,
            @Nullable String parent,
            Map<String, String> parentFields) {}

    /** From its first day to its last. */
    public record Intake(Place place, LocalDate from, LocalDate to) {}

    /** @param dueDay day of the month after the period on which the report is due */
    public record ReportRhythm(Place place, Period every, int dueDay) {}

    /** Units by code, or every unit of a kind below a unit. */
    public record Targets(
            Place place,
            @Nullable List<String> units,
            @Nullable String kind,
            @Nullable String under,
            List<Exemption> exemptions) {}

    /** @param to last day; absent while it goes on */
    public record Exemption(
            Place place,
            String unit,
            LocalDate from,
            @Nullable LocalDate to,
            String reason) {}

    /** A step that a programme defines instead of the default five. */
    public record Step(
            Place place,
            String code,
            String label,
            String actor,
            List<String> evidence,
            CompletedBy completedBy,
            @Nullable Integer dueDays,
            @Nullable LocalDate due) {}

    public record Unit(
            Place place,
            String code,
            String name,
            String kind,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean aliveBetween(LocalDate from, LocalDate to) {
            return (validFrom == null || !validFrom.isAfter(to)) && (validTo == null || !validTo.isBefore(from));
        }
    }

    /**
     * A paper about units: one act, or several that are told as one.
     *
     * @param type of the only act; null when there are several
     * @param name   the new name, when units are renamed
     * @param parent the new superior, when units move
     * @param acts   in their order; empty when the paper is itself one act
     */
    public record Succession(
            Place place,
            @Nullable SuccessionType type,
            List<String> units,

            @JsonAlias("successor") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> successors,

            LocalDate effective,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String basis,
            List<Act> acts) {

        /** One successor may stand alone, so an empty list cannot be the schema's default. */
        public Succession {
            units = units == null ? List.of() : units;
            successors = successors == null ? List.of() : successors;
            acts = acts == null ? List.of() : acts;
        }
    }

    /** One of the acts of a paper, on the paper's day. */
    public record Act(
            Place place,
            SuccessionType type,
            List<String> units,

            @JsonAlias("successor") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> successors,

            @Nullable String name,
            @Nullable String parent) {

        public Act {
            successors = successors == null ? List.of() : successors;
        }
    }

    /** A registration that the source names. */
    public record Named(
            Place place, String name, String unit, String field, Kind kind, Subject subject, Origin origin) {}

    /** A number of registrations that the source only counts. */
    public record Group(Place place, int count, String unit, String field, Kind kind, Subject subject, Origin origin) {}

    public record SteeringGroup(int members, String head) {}

    public record ProgressReports(Place place, Every every, LocalDate from, LocalDate to) {}

    /** Which registrations are meant; what is absent is open. */
    public record Among(
            @Nullable Kind kind,
            @Nullable Subject subject,
            @Nullable String field,
            @Nullable String unit) {

        /** Whether an entry with these dimensions is meant. */
        public boolean includes(Kind itsKind, Subject itsSubject, String itsField, String itsUnit) {
            return (kind == null || kind == itsKind)
                    && (subject == null || subject == itsSubject)
                    && (field == null || field.equals(itsField))
                    && (unit == null || unit.equals(itsUnit));
        }
    }

    public record Recognition(
            Place place, int count, @JsonUnwrapped Among among, String level, String issuer, LocalDate date) {}

    /**
     * @param programme the programme the award belongs to: the case's own, unless the file says otherwise
     */
    public record Award(
            Place place,
            int count,
            @JsonUnwrapped Among among,
            String form,
            String track,
            Category category,
            String issuer,
            LocalDate date,
            String programme) {}

    /** @param confirmed the day the results were confirmed; absent while the targets still apply the model */
    public record Replication(
            Place place,
            String model,
            @Nullable String phase,
            LocalDate from,
            @Nullable LocalDate confirmed,
            List<String> targets) {}

    /**
     * A figure as it was published.
     *
     * @param value    absent when the source makes the statement without a number
     * @param atLeast  whether the source says “more than” or “over”; absent: it says exactly so many
     * @param counts   the measure and what narrows it, by the platform's filter names
     * @param comparedWith the figure says how many more these are than those; absent: it says how many they are
     * @param expected absent: any verdict is shown and none is an error
     */
    public record Published(
            Place place,
            String id,
            String text,
            @Nullable BigDecimal value,
            @Nullable Boolean atLeast,
            Map<String, String> counts,
            @Nullable Map<String, String> comparedWith,
            @Nullable String expected,
            @Nullable BigDecimal difference) {}

    /**
     * A sum of figures that should equal, or be at most, another figure or a number.
     *
     * @param atMost counts where {@code equal} is absent
     */
    public record Identity(
            Place place,
            String id,
            List<String> sum,
            @JsonProperty("equals") @Nullable Bound equal,
            @Nullable Bound atMost,
            @Nullable String expected,
            @Nullable BigDecimal difference,
            @Nullable String hint) {

        public Relation relation() {
            return equal == null ? Relation.AT_MOST : Relation.EQUALS;
        }

        public Bound bound() {
            return Objects.requireNonNull(equal == null ? atMost : equal, "The schema asks for one of them");
        }
    }

    public enum Relation {
        EQUALS,
        AT_MOST
    }

    /** The right-hand side of an identity. */
    public sealed interface Bound {
        record Figure(String id) implements Bound {}

        record Number(BigDecimal value) implements Bound {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Bound of(JsonNode stated) {
            return stated.isNumber() ? new Number(stated.decimalValue()) : new Figure(stated.asString());
        }
    }
}
