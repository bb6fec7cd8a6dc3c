package vn.dvk.replay.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Case.Unit;
import vn.dvk.replay.cases.Happening;
import vn.dvk.replay.cases.Vocabulary.Subject;
import vn.dvk.replay.plan.Entry.Force;
import vn.dvk.replay.plan.Entry.Goal;
import vn.dvk.replay.plan.Entry.Person;

/**
 * The words of one registration: problem, place and a measurable target, derived from field, unit and number so that no
 * two forms say the same. Invented where the source only counts.
 */
record Contents(
        String name,
        String situation,
        String place,
        List<Goal> goals,
        String method,
        List<Force> forces,
        String outputs,
        @Nullable Person person) {

    /** Kinds of unit that have land, in the platform's first terms; of any other a team is invented. */
    private static final Set<String> TERRITORIES = Set.of("PROVINCE", "DISTRICT", "COMMUNE", "RESIDENTIAL_AREA");

    /**
     * @param number      the entry's number in its case
     * @param inUnit      its number among the unit's entries, which makes the place its own
     * @param statedName  the name in the source; absent when the source only counts
     */
    static Contents of(int number, int inUnit, Unit unit, String field, Subject subject, @Nullable String statedName) {
        var topics = Topics.of(field);
        var topic = topics.get(number % topics.size());
        var person = switch (subject) {
            case INDIVIDUAL -> People.person(number);
            case HOUSEHOLD -> People.household(number);
            case COLLECTIVE -> null;
        };
        var place = statedName == null ? place(unit, inUnit) : unit.name();
        var baseline = 8 + number * 13 % 47;
        var target = baseline + 12 + number * 7 % 61;
        var asked = target + 5 + number % 29;
        return new Contents(
                statedName == null ? name(topic, place, person) : statedName,
                "%s. Khảo sát %d %s tại %s: mới đạt %d."
                        .formatted(topic.problem(), asked, topic.measure(), place, baseline),
                place,
                List.of(new Goal(
                        "Số " + topic.indicator(), topic.measure(), String.valueOf(baseline), String.valueOf(target))),
                "Họp bàn %d buổi, phân công %d người phụ trách, hằng tháng kiểm đếm %s tại %s."
                        .formatted(2 + number % 4, 3 + number % 6, topic.indicator(), place),
                List.of(new Force(unit.name(), "LEAD")),
                "%s; tăng từ %d lên %d %s".formatted(topic.output(), baseline, target, topic.measure()),
                person);
    }

    /** With what the source itself says of the goal, where it says anything. */
    Contents aimingAt(Happening.@Nullable Goal stated) {
        if (stated == null) {
            return this;
        }
        var goal = new Goal(
                "Số " + stated.measure(),
                stated.measure(),
                stated.baseline() == null ? null : stated.baseline().toPlainString(),
                stated.target().toPlainString());
        var begins = goal.baseline() == null
                ? "Chưa có số liệu ban đầu tại %s.".formatted(place)
                : "Mới đạt %s %s tại %s.".formatted(goal.baseline(), goal.measure(), place);
        var ends = "Đạt %s %s".formatted(goal.target(), goal.measure());
        return new Contents(name, begins, place, List.of(goal), method, forces, ends, person);
    }

    private static String name(Topics.Topic topic, String place, @Nullable Person person) {
        var what = topic.title() + " – " + place;
        return person == null || person.head() != null ? what : person.name() + ": " + what;
    }

    private static String place(Unit unit, int inUnit) {
        return (TERRITORIES.contains(unit.kind()) ? "khu dân cư số " : "tổ công tác số ") + inUnit + ", " + unit.name();
    }
}
