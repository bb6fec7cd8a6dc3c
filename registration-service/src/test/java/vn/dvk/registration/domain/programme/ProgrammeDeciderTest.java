package vn.dvk.registration.domain.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.ImpossibleHistory;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.ProgrammeCommand.Close;
import vn.dvk.registration.domain.programme.ProgrammeCommand.LayDown;
import vn.dvk.registration.domain.programme.ProgrammeCommand.Reopen;
import vn.dvk.registration.domain.programme.ProgrammeCommand.SetIntake;
import vn.dvk.registration.domain.programme.ProgrammeCommand.SetTargets;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Changed;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Closed;
import vn.dvk.registration.domain.programme.ProgrammeEvent.IntakeSet;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Launched;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Reopened;
import vn.dvk.registration.domain.programme.ProgrammeEvent.TargetsSet;
import vn.dvk.registration.domain.programme.Settings.Field;
import vn.dvk.registration.domain.programme.Settings.RecognitionRequires;
import vn.dvk.registration.domain.programme.StepDefinition.CompletedBy;
import vn.dvk.spec.Specification;

class ProgrammeDeciderTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);
    private static final List<Field> FIELDS =
            List.of(new Field("KT", "Kinh tế"), new Field("VHXH", "Văn hóa - xã hội"));

    private final Specification<ProgrammeCommand, Programme, ProgrammeEvent> programme =
            Specification.of(new ProgrammeDecider());

    @Test
    void it_is_launched_by_laying_down_its_settings() {
        programme
                .given()
                .when(new LayDown("NA-2024", settings(TO), true, List.of()))
                .then(new Launched("NA-2024", settings(TO)));
    }

    @Test
    void the_same_settings_again_are_nothing_new() {
        programme
                .given(new Launched("NA-2024", settings(TO)))
                .when(new LayDown("NA-2024", settings(TO), true, List.of()))
                .thenNothing();
    }

    @Test
    void other_settings_change_it_and_the_latest_count() {
        var longer = settings(TO.plusMonths(6));
        programme
                .given(new Launched("NA-2024", settings(TO)))
                .when(new LayDown("NA-2024", longer, true, List.of()))
                .then(new Changed(longer));
        programme
                .given(new Launched("NA-2024", settings(TO)), new Changed(longer))
                .when(new LayDown("NA-2024", longer, true, List.of()))
                .thenNothing();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var wrong = settings(
                FROM.minusDays(1),
                FROM.minusDays(1),
                List.of(new Field("KT", "Kinh tế"), new Field("KT", "Kinh tế tập thể")),
                List.of(step("PLAN"), step("PLAN"), step("PLAN")));

        var refusal = programme
                .given()
                .when(new LayDown("NA-2024", wrong, true, List.of()))
                .thenRefused("programme-invalid");

        assertEquals(
                List.of("to period-reversed", "cutOff cut-off-before-start", "fields code-twice", "steps code-twice"),
                refusal.faults().stream().map(ProgrammeDeciderTest::shown).toList());
    }

    @Test
    void a_combination_is_of_what_the_programme_takes_and_named_once() {
        var modelsOfPeople = new Combination(RegistrationKind.MODEL, SubjectType.INDIVIDUAL, null);
        var collectives = settings(TO).kinds();
        assertEquals(
                List.of(
                        "required code-twice",
                        "combinations[0].subject combination-outside",
                        "combinations[1].subject combination-outside",
                        "combinations code-twice"),
                faults(demanding(
                        List.of("method", "method"),
                        List.of(SubjectType.COLLECTIVE),
                        List.of(modelsOfPeople, modelsOfPeople))));
        var right = demanding(
                List.of("method"),
                List.of(SubjectType.values()),
                List.of(new Combination(
                        collectives.getFirst(),
                        SubjectType.INDIVIDUAL,
                        new Combination.Label("Mô hình cá nhân", "A person's model"))));
        programme.given().when(new LayDown("NA-2024", right, true, List.of())).then(new Launched("NA-2024", right));
    }

    private static Settings demanding(
            List<String> required, List<SubjectType> subjects, List<Combination> combinations) {
        var own = settings(TO);
        return new Settings(
                own.name(),
                own.host(),
                own.from(),
                own.to(),
                own.cutOff(),
                own.fields(),
                own.levels(),
                own.kinds(),
                subjects,
                own.steps(),
                own.expectedUnits(),
                own.reportRhythm(),
                own.recognitionRequires(),
                own.severalForms(),
                own.parent(),
                own.historic(),
                required,
                combinations);
    }

    /** Whoever works towards a deadline is told why it is another one. */
    @Test
    void a_steps_deadline_is_moved_with_a_reason_and_a_new_step_needs_none() {
        var before = settings(TO, TO, FIELDS, List.of(step("PLAN")));
        var later = new StepDefinition(
                "PLAN", "Bước PLAN", "Đơn vị", List.of(), CompletedBy.PERSON, null, FROM.plusMonths(6));
        var moved = settings(TO, TO, FIELDS, List.of(later, step("SUM_UP")));
        var reason = "Gia hạn do bão lụt";
        assertEquals(
                List.of("reason deadline-reason"),
                programme
                        .given(new Launched("NA-2024", before))
                        .when(new LayDown("NA-2024", moved, true, List.of()))
                        .thenRefused("programme-invalid")
                        .faults()
                        .stream()
                        .map(ProgrammeDeciderTest::shown)
                        .toList());
        programme
                .given(new Launched("NA-2024", before))
                .when(new LayDown("NA-2024", moved, true, List.of(), List.of(), reason))
                .then(new Changed(moved, reason));
        var more = settings(TO, TO, FIELDS, List.of(step("PLAN"), step("SUM_UP")));
        programme
                .given(new Launched("NA-2024", before))
                .when(new LayDown("NA-2024", more, true, List.of(), List.of(), reason))
                .then(new Changed(more));
    }

    @Test
    void the_unit_that_runs_it_is_in_the_directory() {
        var refusal = programme
                .given()
                .when(new LayDown("NA-2024", settings(TO), false, List.of()))
                .thenRefused("programme-invalid");
        assertEquals(
                List.of("host host-unknown"),
                refusal.faults().stream().map(ProgrammeDeciderTest::shown).toList());
    }

    @Test
    void a_programme_stands_below_another_whose_fields_its_own_count_as() {
        var below = under("TINH", new Field("KT", "Kinh tế", "PTKT"), new Field("VHXH", "Văn hóa - xã hội"));
        var above = running("TINH", null, new Field("PTKT", "Phát triển kinh tế"), new Field("VHXH", "Văn hóa"));
        programme
                .given()
                .when(new LayDown("NA-2024", below, true, List.of(), List.of(above)))
                .then(new Launched("NA-2024", below));

        assertEquals(
                List.of("fields[0].parentField parent-field-unknown"),
                faults(below, running("TINH", null, new Field("VHXH", "Văn hóa"))));
    }

    @Test
    void no_programme_stands_above_itself_whatever_is_between() {
        var below = under("TINH", new Field("KT", "Kinh tế"));
        var above = running("TINH", "NA-2024", new Field("KT", "Kinh tế"));
        var itself = running("NA-2024", "TINH", new Field("KT", "Kinh tế"));
        assertEquals(List.of("parent programme-parent-below"), faults(below, above, itself));
        assertEquals(
                List.of("parent programme-own-parent"), faults(under("NA-2024", new Field("KT", "Kinh tế")), itself));
    }

    @Test
    void the_programme_above_is_there() {
        assertEquals(List.of("parent parent-programme-unknown"), faults(under("TINH", new Field("KT", "Kinh tế"))));
        assertEquals(
                List.of("fields[0].parentField field-without-parent"),
                faults(under(null, new Field("KT", "Kinh tế", "PTKT"))));
    }

    private List<String> faults(Settings settings, Programme.Running... above) {
        return programme
                .given()
                .when(new LayDown("NA-2024", settings, true, List.of(), List.of(above)))
                .thenRefused("programme-invalid")
                .faults()
                .stream()
                .map(ProgrammeDeciderTest::shown)
                .toList();
    }

    private static Programme.Running running(String code, @Nullable String parent, Field... fields) {
        return Programme.Running.launched(code, under(parent, fields));
    }

    private static Settings under(@Nullable String parent, Field... fields) {
        var own = settings(TO, TO, List.of(fields), StepDefinition.DEFAULT);
        return new Settings(
                own.name(),
                own.host(),
                own.from(),
                own.to(),
                own.cutOff(),
                own.fields(),
                own.levels(),
                own.kinds(),
                own.subjects(),
                own.steps(),
                own.expectedUnits(),
                own.reportRhythm(),
                own.recognitionRequires(),
                own.severalForms(),
                parent,
                false);
    }

    @Test
    void a_running_programme_is_not_changed_into_a_wrong_one() {
        programme
                .given(new Launched("NA-2024", settings(TO)))
                .when(new LayDown("NA-2024", settings(FROM.minusDays(1)), true, List.of()))
                .thenRefused("programme-invalid");
    }

    @Test
    void one_day_is_a_period_and_the_cut_off_may_be_its_first() {
        var oneDay = settings(FROM, FROM, FIELDS, StepDefinition.DEFAULT);
        programme.given().when(new LayDown("NGAY-HOI", oneDay, true, List.of())).then(new Launched("NGAY-HOI", oneDay));
    }

    @Test
    void four_six_and_twelve_steps_work() {
        for (var number : List.of(4, 6, 12)) {
            var steps = java.util.stream.IntStream.rangeClosed(1, number)
                    .mapToObj(i -> step("B" + i))
                    .toList();
            var settings = settings(TO, TO, FIELDS, steps);
            programme.given().when(new LayDown("P", settings, true, List.of())).then(new Launched("P", settings));
        }
    }

    @Test
    void the_time_of_intake_is_set_and_extended_with_a_reason() {
        var first = new Intake(FROM, FROM.plusMonths(3));
        var longer = new Intake(FROM, FROM.plusMonths(4));
        var reason = "Gia hạn do sắp xếp đơn vị";
        programme.given(launched()).when(new SetIntake(first, null)).then(new IntakeSet(first, null));
        programme
                .given(launched(), new IntakeSet(first, null))
                .when(new SetIntake(first, null))
                .thenNothing();
        programme
                .given(launched(), new IntakeSet(first, null))
                .when(new SetIntake(longer, reason))
                .then(new IntakeSet(longer, reason));
        assertEquals(
                List.of("reason intake-reason"),
                programme
                        .given(launched(), new IntakeSet(first, null))
                        .when(new SetIntake(longer, null))
                        .thenRefused("programme-invalid")
                        .faults()
                        .stream()
                        .map(ProgrammeDeciderTest::shown)
                        .toList());
    }

    @Test
    void the_time_of_intake_lies_within_the_programme() {
        for (var wrong : List.of(
                new Intake(FROM.plusDays(1), FROM),
                new Intake(FROM.minusDays(1), FROM),
                new Intake(TO, TO.plusDays(1)),
                new Intake(TO.plusDays(1), TO.plusDays(2)))) {
            programme.given(launched()).when(new SetIntake(wrong, null)).thenRefused("programme-invalid");
        }
    }

    @Test
    void who_should_register_is_said_as_often_as_it_changes_and_kept_with_other_settings() {
        var communes = new Targets(null, "COMMUNE", "NA", List.of());
        var two = new Targets(List.of("NA-01", "NA-02"), null, null, List.of());
        programme.given(launched()).when(new SetTargets(communes, List.of())).then(new TargetsSet(communes));
        programme
                .given(launched(), new TargetsSet(communes), new Changed(settings(TO.plusMonths(6))))
                .when(new SetTargets(communes, List.of()))
                .thenNothing();
        programme
                .given(launched(), new TargetsSet(communes), new Closed(TO))
                .when(new SetTargets(two, List.of()))
                .then(new TargetsSet(two));
        programme
                .given(launched())
                .when(new SetTargets(two, List.of(Fault.of("units[1]", RegistrationReason.TARGET_UNKNOWN, "NA-02"))))
                .thenRefused("programme-invalid");
    }

    @Test
    void it_is_closed_once_and_opened_again_with_a_reason() {
        programme.given(launched()).when(new Close(TO)).then(new Closed(TO));
        programme.given(launched(), new Closed(TO)).when(new Close(TO)).thenNothing();
        programme
                .given(launched(), new Closed(TO))
                .when(new Close(TO.plusDays(1)))
                .thenRefused("programme-closed");
        programme.given(launched()).when(new Close(FROM.minusDays(1))).thenRefused("date-before-previous");
        var again = new Reopened(TO.plusDays(2), "Còn thiếu ba đơn vị");
        programme
                .given(launched(), new Closed(TO))
                .when(new Reopen(again.on(), again.reason()))
                .then(again);
        programme.given(launched()).when(new Reopen(TO, "Mở lại")).thenNothing();
        programme
                .given(launched(), new Closed(TO), again)
                .when(new Close(TO.plusDays(9)))
                .then(new Closed(TO.plusDays(9)));
        programme
                .given(launched(), new Closed(TO))
                .when(new Reopen(TO.minusDays(1), "Mở lại"))
                .thenRefused("date-before-previous");
    }

    @Test
    void its_settings_are_still_corrected_when_it_is_closed() {
        var longer = settings(TO.plusMonths(6));
        programme
                .given(launched(), new Closed(TO))
                .when(new LayDown("NA-2024", longer, true, List.of()))
                .then(new Changed(longer));
    }

    @Test
    void nothing_is_asked_of_a_programme_that_is_not_there() {
        for (var command : List.of(
                new SetIntake(new Intake(FROM, TO), null),
                new SetTargets(new Targets(List.of("NA-01"), null, null, List.of()), List.of()),
                new Close(TO),
                new Reopen(TO, "Mở lại"))) {
            programme.given().when(command).thenRefused("no-programme");
        }
    }

    private static Launched launched() {
        return new Launched("NA-2024", settings(TO));
    }

    @Test
    void a_history_that_cannot_be_is_a_fault() {
        var decider = new ProgrammeDecider();
        var launched = new Launched("NA-2024", settings(TO));
        var running = decider.evolve(decider.initial(), launched);

        assertThrows(ImpossibleHistory.class, () -> decider.evolve(running, launched));
        assertThrows(ImpossibleHistory.class, () -> decider.evolve(decider.initial(), new Changed(settings(TO))));
    }

    private static String shown(Fault fault) {
        return fault.field() + " " + fault.reason().code();
    }

    private static Settings settings(LocalDate to) {
        return settings(to, TO, FIELDS, StepDefinition.DEFAULT);
    }

    private static Settings settings(LocalDate to, LocalDate cutOff, List<Field> fields, List<StepDefinition> steps) {
        return new Settings(
                "Dân vận khéo 2024",
                "NA",
                FROM,
                to,
                cutOff,
                fields,
                List.of("GRASSROOTS"),
                List.of(RegistrationKind.values()),
                List.of(SubjectType.values()),
                steps,
                21,
                RecognitionRequires.EVALUATED);
    }

    private static StepDefinition step(String code) {
        return new StepDefinition(code, "Bước " + code, "Đơn vị", List.of(), CompletedBy.PERSON, 30, null);
    }
}
