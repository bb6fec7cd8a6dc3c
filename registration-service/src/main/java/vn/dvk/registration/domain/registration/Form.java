package vn.dvk.registration.domain.registration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;

/**
 * The registration form (phiếu đăng ký mô hình, điển hình). A draft may have gaps; {@link Completeness} says which ones
 * matter.
 *
 * @param situation   the problem: situation and reason
 * @param goals       target rows, each with a number one can check later
 * @param level       level applied for, a term
 * @param replicaOf   the model it is a replica of, for {@link Origin#REPLICA}
 * @param replication the replication that led to it
 * @param subjectId   whose it is, in the register of subjects; for a collective only if it has an entry there
 * @param chosenOn    the meeting that chose the content
 * @param continues   the entry of an earlier period that it maintains or upgrades; what is counted over a lifetime counts
 *                    both once
 * @param owners      who it belongs to, with their shares; empty while its unit is the only one
 * @param texts       of a form that is kept in a stream and is about people: where its texts are, which a stream could
 *                    never lose again; null of every whole form
 */
public record Form(
        String programme,
        String unit,
        @Nullable String name,
        @Nullable String field,
        @Nullable RegistrationKind kind,
        @Nullable SubjectType subject,
        @Nullable String level,
        Origin origin,
        @Nullable String replicaOf,
        @Nullable String replication,
        @Nullable String situation,
        @Nullable String place,
        @Nullable String targetGroup,
        List<Goal> goals,
        List<Milestone> milestones,
        @Nullable String method,
        List<Force> forces,
        List<Resource> resources,
        @Nullable LocalDate start,
        @Nullable LocalDate evaluationOn,
        @Nullable String outputs,
        @Nullable String durability,
        @Nullable String subjectId,
        @Nullable LocalDate chosenOn,
        @Nullable String preparedBy,
        @Nullable String confirmedBy,
        @Nullable String continues,
        List<Owner> owners,
        @Nullable String texts) {

    /** A form of one unit that continues nothing. */
    public Form(
            String programme,
            String unit,
            @Nullable String name,
            @Nullable String field,
            @Nullable RegistrationKind kind,
            @Nullable SubjectType subject,
            @Nullable String level,
            Origin origin,
            @Nullable String replicaOf,
            @Nullable String replication,
            @Nullable String situation,
            @Nullable String place,
            @Nullable String targetGroup,
            List<Goal> goals,
            List<Milestone> milestones,
            @Nullable String method,
            List<Force> forces,
            List<Resource> resources,
            @Nullable LocalDate start,
            @Nullable LocalDate evaluationOn,
            @Nullable String outputs,
            @Nullable String durability,
            @Nullable String subjectId,
            @Nullable LocalDate chosenOn,
            @Nullable String preparedBy,
            @Nullable String confirmedBy,
            @Nullable String texts) {
        this(
                programme,
                unit,
                name,
                field,
                kind,
                subject,
                level,
                origin,
                replicaOf,
                replication,
                situation,
                place,
                targetGroup,
                goals,
                milestones,
                method,
                forces,
                resources,
                start,
                evaluationOn,
                outputs,
                durability,
                subjectId,
                chosenOn,
                preparedBy,
                confirmedBy,
                null,
                List.of(),
                texts);
    }

    /** Where it comes from. New, maintained and replicated are different numbers. */
    public enum Origin {
        NEW,
        RUNNING,
        UPGRADED,
        REPLICA
    }

    /**
     * A target row. A draft may say anything; what is submitted has at least one that can be measured: what is counted,
     * in which unit, and to which number it shall come.
     *
     * @param id        by which reports and the appraisal give values for it
     * @param indicator what is counted: số hộ tham gia
     * @param measure   the unit of measure: hộ, người, triệu đồng
     * @param baseline  where it stands at the beginning
     * @param target    where it shall come to
     * @param direction whether more or less is better
     * @param due       by when
     */
    public record Goal(
            String id,
            @Nullable String indicator,
            @Nullable String measure,
            @Nullable String baseline,
            @Nullable String target,
            @Nullable Direction direction,
            @Nullable LocalDate due) {

        /** Whether more or less is better. */
        public enum Direction {
            UP,
            DOWN
        }

        /** A dot or a comma before decimals; three digits behind it could as well be thousands, so they are no number. */
        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,](\\d{1,2}|\\d{4,6}))?");

        /** The least that can be checked afterwards. */
        public boolean canBeMeasured() {
            return isSaid(indicator) && isSaid(measure) && targetNumber() != null;
        }

        public @Nullable BigDecimal targetNumber() {
            return number(target);
        }

        public @Nullable BigDecimal baselineNumber() {
            return number(baseline);
        }

        /** Said, or as target and baseline have it. */
        public Direction heads() {
            if (direction != null) {
                return direction;
            }
            var from = baselineNumber();
            var to = targetNumber();
            return from != null && to != null && to.compareTo(from) < 0 ? Direction.DOWN : Direction.UP;
        }

        /** Whether it goes from the baseline to the target in its direction; true while one of them is missing. */
        boolean headsRight() {
            var from = baselineNumber();
            var to = targetNumber();
            return from == null || to == null || to.compareTo(from) * (heads() == Direction.UP ? 1 : -1) > 0;
        }

        /** Its indicator is words; what is counted goes by its id. */
        Goal inNumbers() {
            return new Goal(id, id, measure, baseline, target, direction, due);
        }

        private static boolean isSaid(@Nullable String text) {
            return text != null && !text.isBlank();
        }

        private static @Nullable BigDecimal number(@Nullable String text) {
            return text != null && NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
        }
    }

    /** A step on the way (mốc), with its day. */
    public record Milestone(String text, LocalDate due) {}

    /**
     * Who takes part (lực lượng), and how.
     *
     * @param unit a unit's code, or whoever it is in words
     * @param role a term of the vocabulary of roles
     */
    public record Force(String unit, String role) {}

    /**
     * @param amount  in words, or as a number of what it is measured in
     * @param source  where it comes from: ngân sách, xã hội hóa
     * @param measure in what the amount is; null: it is in words and enters no sum
     */
    public record Resource(
            String kind,
            @Nullable String amount,
            @Nullable String source,
            @Nullable String note,
            @Nullable Measure measure) {

        /** What can be added up. */
        public enum Measure {
            DONG,
            /** Working days · ngày công. */
            DAYS
        }

        /** With two decimals at most: three digits behind a dot are thousands to one and decimals to another. */
        private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}([.,]\\d{1,2})?");

        /** An amount in words. */
        public Resource(String kind, @Nullable String amount, @Nullable String source, @Nullable String note) {
            this(kind, amount, source, note, null);
        }

        /** Null while it is no number. */
        @Nullable
        BigDecimal number() {
            return amount != null && AMOUNT.matcher(amount).matches() ? new BigDecimal(amount.replace(',', '.')) : null;
        }

        /** Said to be in đồng or days, and no number. */
        boolean isUncountable() {
            return measure != null && number() == null;
        }
    }

    /** What its resources come to, by what they are measured in. */
    public Map<Resource.Measure, BigDecimal> resourcesInAll() {
        var sums = new EnumMap<Resource.Measure, BigDecimal>(Resource.Measure.class);
        for (var resource : resources) {
            var number = resource.number();
            if (resource.measure() != null && number != null) {
                sums.merge(resource.measure(), number, BigDecimal::add);
            }
        }
        return sums;
    }

    /** Whether it is a person's or a household's: then its title and its other texts name people, and can be erased. */
    public boolean concernsPeople() {
        return subject == SubjectType.INDIVIDUAL || subject == SubjectType.HOUSEHOLD;
    }

    /**
     * As a stream keeps it: of a form about people what is counted, and where the texts are, under an id that follows from
     * them; of others everything.
     *
     * @param registration whose form it is
     */
    public Form sealed(String registration) {
        if (!concernsPeople()) {
            return texts == null ? this : withTexts(null);
        }
        return texts != null && isWithoutTexts() ? this : countable(idOf(registration, withTexts(null)));
    }

    /** The same texts have the same place, so that a request that comes again leaves no second copy. */
    static String idOf(String registration, Record texts) {
        return UUID.nameUUIDFromBytes((registration + "\u001f" + texts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether it has texts that {@link #sealed} would take out. */
    public boolean hasTextsToKeep(String registration) {
        return concernsPeople() && !sealed(registration).equals(this);
    }

    /** With the texts of the form that was sealed; what has been told of it since stays. */
    public Form withTextsOf(Form whole) {
        return new Form(
                programme,
                unit,
                whole.name,
                field,
                kind,
                subject,
                level,
                origin,
                replicaOf,
                replication,
                whole.situation,
                whole.place,
                whole.targetGroup,
                whole.goals,
                whole.milestones,
                whole.method,
                whole.forces,
                whole.resources,
                start,
                evaluationOn,
                whole.outputs,
                whole.durability,
                subjectId,
                chosenOn,
                whole.preparedBy,
                whole.confirmedBy,
                continues,
                owners,
                null);
    }

    /** Without anything that names somebody. */
    public Form erased() {
        return with(null, concernsPeople() ? countable(null) : this);
    }

    private boolean isWithoutTexts() {
        return equals(countable(texts));
    }

    private Form countable(@Nullable String where) {
        return new Form(
                programme,
                unit,
                null,
                field,
                kind,
                subject,
                level,
                origin,
                replicaOf,
                replication,
                null,
                null,
                null,
                goals.stream().filter(Goal::canBeMeasured).map(Goal::inNumbers).toList(),
                List.of(),
                null,
                List.of(),
                List.of(),
                start,
                evaluationOn,
                null,
                null,
                subjectId,
                chosenOn,
                null,
                null,
                continues,
                owners,
                where);
    }

    /** The same form, led by that unit. */
    Form ledBy(String other) {
        return NewValues.ofUnit(other).appliedTo(this);
    }

    /** The same form of that subject. */
    public Form withSubject(@Nullable String id) {
        return with(id, this);
    }

    private static Form with(@Nullable String subjectId, Form form) {
        return new Form(
                form.programme,
                form.unit,
                form.name,
                form.field,
                form.kind,
                form.subject,
                form.level,
                form.origin,
                form.replicaOf,
                form.replication,
                form.situation,
                form.place,
                form.targetGroup,
                form.goals,
                form.milestones,
                form.method,
                form.forces,
                form.resources,
                form.start,
                form.evaluationOn,
                form.outputs,
                form.durability,
                subjectId,
                form.chosenOn,
                form.preparedBy,
                form.confirmedBy,
                form.continues,
                form.owners,
                form.texts);
    }

    private Form withTexts(@Nullable String where) {
        return new Form(
                programme,
                unit,
                name,
                field,
                kind,
                subject,
                level,
                origin,
                replicaOf,
                replication,
                situation,
                place,
                targetGroup,
                goals,
                milestones,
                method,
                forces,
                resources,
                start,
                evaluationOn,
                outputs,
                durability,
                subjectId,
                chosenOn,
                preparedBy,
                confirmedBy,
                continues,
                owners,
                where);
    }

    /** Every field by its name, in the order of the form. */
    static final Map<String, Function<Form, @Nullable Object>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("programme", Form::programme);
        FIELDS.put("unit", Form::unit);
        FIELDS.put("name", Form::name);
        FIELDS.put("field", Form::field);
        FIELDS.put("kind", Form::kind);
        FIELDS.put("subject", Form::subject);
        FIELDS.put("level", Form::level);
        FIELDS.put("origin", Form::origin);
        FIELDS.put("replicaOf", Form::replicaOf);
        FIELDS.put("replication", Form::replication);
        FIELDS.put("situation", Form::situation);
        FIELDS.put("place", Form::place);
        FIELDS.put("targetGroup", Form::targetGroup);
        FIELDS.put("goals", Form::goals);
        FIELDS.put("milestones", Form::milestones);
        FIELDS.put("method", Form::method);
        FIELDS.put("forces", Form::forces);
        FIELDS.put("resources", Form::resources);
        FIELDS.put("start", Form::start);
        FIELDS.put("evaluationOn", Form::evaluationOn);
        FIELDS.put("outputs", Form::outputs);
        FIELDS.put("durability", Form::durability);
        FIELDS.put("subjectId", Form::subjectId);
        FIELDS.put("chosenOn", Form::chosenOn);
        FIELDS.put("preparedBy", Form::preparedBy);
        FIELDS.put("confirmedBy", Form::confirmedBy);
        FIELDS.put("continues", Form::continues);
        FIELDS.put("owners", Form::owners);
    }

    /** What a programme may require besides (trường bắt buộc), with an example of each as it is typed. */
    public static final Map<String, String> REQUIRABLE = new LinkedHashMap<>();

    static {
        REQUIRABLE.put("level", "\"PROVINCE\"");
        REQUIRABLE.put("targetGroup", "\"Hộ dân thôn 3\"");
        REQUIRABLE.put("milestones", "[{\"text\": \"Ra mắt\", \"due\": \"2024-03-26\"}]");
        REQUIRABLE.put("method", "\"Phân công đảng viên phụ trách hộ\"");
        REQUIRABLE.put("forces", "[{\"unit\": \"Chi hội Phụ nữ\", \"role\": \"MOBILIZE\"}]");
        REQUIRABLE.put("resources", "[{\"kind\": \"Tiền\", \"amount\": 5000000, \"measure\": \"DONG\"}]");
        REQUIRABLE.put("start", "\"2024-02-01\"");
        REQUIRABLE.put("evaluationOn", "\"2024-11-15\"");
        REQUIRABLE.put("outputs", "\"50 hộ ký cam kết\"");
        REQUIRABLE.put("durability", "\"Tổ tự quản duy trì; các thôn khác học tập\"");
        REQUIRABLE.put("chosenOn", "\"2024-01-19\"");
        REQUIRABLE.put("preparedBy", "\"Nguyễn Văn An\"");
        REQUIRABLE.put("confirmedBy", "\"Bí thư chi bộ Lê Thị Hòa\"");
    }

    /** Whether nothing is said in that field. */
    boolean lacks(String field) {
        return switch (Objects.requireNonNull(FIELDS.get(field)).apply(this)) {
            case null -> true;
            case String text -> text.isBlank();
            case List<?> rows -> rows.isEmpty();
            default -> false;
        };
    }

    /** The names of the fields in which the other one differs. */
    public List<String> differingFrom(Form other) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(this), field.getValue().apply(other)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is known of a replica before its unit has written anything. */
    public static Form ofReplica(
            String programme,
            String unit,
            String name,
            String field,
            RegistrationKind kind,
            SubjectType subject,
            String model,
            String replication,
            @Nullable String place) {
        return new Form(
                programme,
                unit,
                name,
                field,
                kind,
                subject,
                null,
                Origin.REPLICA,
                model,
                replication,
                null,
                place,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public Form {
        goals = List.copyOf(goals);
        milestones = List.copyOf(milestones);
        forces = List.copyOf(forces);
        resources = List.copyOf(resources);
        owners = List.copyOf(owners);
    }
}
