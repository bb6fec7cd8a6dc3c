package vn.dvk.registration.domain.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.ID;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SELECTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.SUBMITTED;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.complete;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.conditions;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.form;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.goals;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registered;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.registration;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.replica;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.returned;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.selected;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submit;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submitted;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.submittedAs;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.withdrawn;
import static vn.dvk.registration.domain.registration.RegistrationFixtures.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.Intake;
import vn.dvk.registration.domain.registration.Form.Goal.Direction;
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.unit.Mergers;

class SubmittingTest {

    @Test
    void a_complete_draft_is_submitted() {
        registration().given().when(submit()).then(submittedAs(complete()));
    }

    @Test
    void what_was_returned_is_submitted_again() {
        registration()
                .given(returned())
                .when(new Submit(written(complete()), SELECTED, conditions()))
                .then(new Submitted(written(complete()), SELECTED));
    }

    @Test
    void but_not_before_it_was_returned() {
        registration().given(returned()).when(submit()).thenRefused("date-before-previous");
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        var empty = form(
                "Còn thiếu nhiều", null, null, null, null, Form.Origin.NEW, null, null, null, null, List.of(), null);
        assertEquals(
                List.of(
                        "field field-unknown",
                        "kind kind-not-used",
                        "subject subject-not-used",
                        "situation situation-missing",
                        "place place-missing",
                        "goals goal-not-measurable"),
                faults(empty, conditions(), SUBMITTED));
    }

    @Test
    void the_fields_one_may_choose_are_named_also_to_somebody_who_chose_none() {
        var none = form("Mô hình", null, SubjectType.COLLECTIVE, "Rác", "Thôn 3", goals("50", "hộ"), null);
        var refusal = registration().given().when(submit(none)).thenRefused("registration-incomplete");

        assertEquals(List.of("", "KT, VHXH"), refusal.faults().getFirst().arguments());
    }

    @Test
    void blank_is_missing() {
        assertEquals(
                List.of("situation situation-missing", "place place-missing"),
                faults(
                        form("Mô hình", "KT", SubjectType.COLLECTIVE, " ", "\n", goals("50", "hộ"), null),
                        conditions(),
                        SUBMITTED));
    }

    @Test
    void a_target_has_a_figure_and_says_what_it_counts() {
        var uncounted = List.of(new Form.Goal("G1", " ", "hộ", null, "50", null, null));
        for (var goals : List.of(
                goals("tăng dần", "hộ"),
                goals("khoảng 50", "hộ"),
                goals("1.200", "hộ"),
                goals("50", null),
                goals("50", " "),
                goals(null, "hộ"),
                uncounted)) {
            var form = form("Mô hình", "KT", SubjectType.COLLECTIVE, "Rác", "Thôn 3", goals, null);
            assertEquals(List.of("goals[0].target goal-not-measurable"), faults(form, conditions(), SUBMITTED));
        }
    }

    @Test
    void one_measurable_target_among_others_is_enough() {
        var goals = List.of(
                new Form.Goal("G1", "Nhận thức", null, null, "nâng cao", null, null),
                new Form.Goal("G2", "Số hộ", "hộ", null, "50", null, null));
        var form = form("Mô hình", "KT", SubjectType.COLLECTIVE, "Rác", "Thôn 3", goals, null);
        registration().given().when(submit(form)).then(submittedAs(form));
    }

    @Test
    void a_number_may_have_decimals_behind_a_dot_or_a_comma() {
        for (var number : List.of("50", "12,5", "12.5", "1200", "0,0625")) {
            var form = form("Mô hình", "KT", SubjectType.COLLECTIVE, "Rác", "Thôn 3", goals(number, "hộ"), null);
            registration().given().when(submit(form)).then(submittedAs(form));
        }
    }

    @Test
    void a_target_lies_in_its_direction_from_where_it_begins() {
        assertEquals(List.of(), goalFaults(goal("25", "5", null), goal("12", "60", null), goal(null, "0", null)));
        assertEquals(
                List.of("goals[1].target goal-span", "goals[2].target goal-span"),
                goalFaults(
                        goal("12", "60", Direction.UP),
                        goal("60", "12", Direction.UP),
                        goal("12", "60", Direction.DOWN)));
        assertEquals(List.of("goals[0].target goal-span"), goalFaults(goal("50", "50,0", null)));
    }

    @Test
    void each_goal_has_an_id_of_its_own() {
        var twice = List.of(
                new Form.Goal("G1", "Số hộ", "hộ", null, "50", null, null),
                new Form.Goal("G1", "Số buổi", "buổi", null, "5", null, null));
        var form = form("Mô hình", "KT", SubjectType.COLLECTIVE, "Rác", "Thôn 3", twice, null);
        assertEquals(List.of("goals[1].id code-twice"), faults(form, conditions(), SUBMITTED));
    }

    private static Form.Goal goal(@Nullable String baseline, String target, @Nullable Direction direction) {
        return new Form.Goal(baseline + target + direction, "Số hộ", "hộ", baseline, target, direction, null);
    }

    private static List<String> goalFaults(Form.Goal... goals) {
        return Completeness.missing(
                        form("Mô hình", "KT", SubjectType.COLLECTIVE, "Rác", "Thôn 3", List.of(goals), null), List.of())
                .stream()
                .map(fault -> fault.field() + " " + fault.reason().code())
                .toList();
    }

    /** A draft may lack them: nobody asks before it is handed in. */
    @Test
    void what_the_programme_requires_besides_is_named_when_it_is_missing() {
        var strict = conditions().with(List.of("method", "resources", "level"), List.of());
        assertEquals(
                List.of("method required-missing", "resources required-missing"),
                faults(complete(), strict, SUBMITTED));
        assertEquals(
                List.of("method", "resources"),
                Completeness.missing(complete(), strict.required()).stream()
                        .map(Fault::field)
                        .toList());
        registration()
                .given()
                .when(new Submit(written(complete()), SUBMITTED, conditions().with(List.of("level"), List.of())))
                .then(submittedAs(complete()));
    }

    @Test
    void kinds_and_subjects_go_together_as_the_programme_says() {
        var exemplarsOfPeople = conditions()
                .with(
                        List.of(),
                        List.of(
                                new Combination(RegistrationKind.MODEL, SubjectType.COLLECTIVE, null),
                                new Combination(RegistrationKind.EXEMPLAR, SubjectType.INDIVIDUAL, null)));
        var modelOfAPerson =
                form("Mô hình", "KT", SubjectType.INDIVIDUAL, "Rác", "Thôn 3", goals("50", "hộ"), "chu-the-1");
        assertEquals(List.of("subject combination-not-used"), faults(modelOfAPerson, exemplarsOfPeople, SUBMITTED));
        registration()
                .given()
                .when(new Submit(written(modelOfAPerson), SUBMITTED, conditions()))
                .then(new Submitted(written(modelOfAPerson).sealed(), SUBMITTED));
        registration()
                .given()
                .when(new Submit(written(complete()), SUBMITTED, exemplarsOfPeople))
                .then(submittedAs(complete()));
    }

    @Test
    void what_is_about_people_says_about_whom() {
        for (var type : List.of(SubjectType.INDIVIDUAL, SubjectType.HOUSEHOLD)) {
            var nobodys = form("Điển hình", "KT", type, "Rác", "Thôn 3", goals("50", "hộ"), null);
            assertEquals(List.of("person.name person-missing"), faults(nobodys, conditions(), SUBMITTED));
        }
    }

    @Test
    void the_stream_keeps_what_is_counted_of_a_form_about_people_and_where_its_texts_are() {
        var whole = form("Bà Mai", "KT", SubjectType.INDIVIDUAL, "Rác", "Nhà bà Mai", goals("50", "hộ"), "S1");

        var sealed = whole.sealed(ID);

        registration().given().when(submit(whole)).then(submittedAs(sealed));
        assertFalse(sealed.toString().contains("Mai"), sealed.toString());
        assertEquals("S1", sealed.subjectId());
        assertEquals(
                List.of("50"), sealed.goals().stream().map(Form.Goal::target).toList());
        assertEquals(sealed, sealed.sealed(ID));
        assertEquals(whole, sealed.withTextsOf(whole));
        assertNotEquals(sealed.texts(), whole.sealed("another").texts());
    }

    @Test
    void a_collectives_form_is_kept_as_it_is() {
        var form = complete();
        assertSame(form, form.sealed(ID));
    }

    @Test
    void a_replica_names_its_source() {
        assertEquals(
                List.of("replicaOf replica-source-missing"),
                faults(replica("Mô hình", null, null), conditions(), SUBMITTED));
    }

    @Test
    void field_kind_subject_and_level_are_the_programmes() {
        var narrow = new Conditions(
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30),
                Set.of("QPAN"),
                List.of("PROVINCE"),
                List.of(RegistrationKind.EXEMPLAR),
                List.of(SubjectType.HOUSEHOLD),
                true,
                Mergers.NONE,
                RegistrationFixtures.WORDS,
                null,
                null);
        assertEquals(
                List.of(
                        "field field-unknown",
                        "level level-not-used",
                        "kind kind-not-used",
                        "subject subject-not-used"),
                faults(complete(), narrow, SUBMITTED));
    }

    @Test
    void the_level_applied_for_may_be_left_open() {
        var open = form(
                "Mô hình",
                "KT",
                RegistrationKind.MODEL,
                SubjectType.COLLECTIVE,
                null,
                Form.Origin.NEW,
                null,
                null,
                "Rác",
                "Thôn 3",
                goals("50", "hộ"),
                null);
        registration().given().when(submit(open)).then(submittedAs(open));
    }

    @Test
    void the_unit_is_there_on_that_day() {
        assertEquals(List.of("unit unit-not-alive"), faults(complete(), conditions(false), SUBMITTED));
    }

    @Test
    void the_day_is_in_the_programmes_period_whose_ends_belong_to_it() {
        assertEquals(List.of("on outside-period"), faults(complete(), conditions(), LocalDate.of(2023, 12, 31)));
        assertEquals(List.of("on outside-period"), faults(complete(), conditions(), LocalDate.of(2024, 7, 1)));
        for (var day : List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30))) {
            registration()
                    .given()
                    .when(new Submit(written(complete()), day, conditions()))
                    .then(new Submitted(written(complete()), day));
        }
    }

    @Test
    void at_a_level_that_has_ended_nothing_new_is_applied_for_but_old_entries_are_still_told() {
        var july = LocalDate.of(2025, 7, 1);
        var conditions = new Conditions(
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2025, 12, 31),
                Set.of("KT"),
                List.of("GRASSROOTS"),
                List.of(RegistrationKind.values()),
                List.of(SubjectType.values()),
                true,
                Mergers.NONE,
                RegistrationFixtures.wordsUntil("GRASSROOTS", july.minusDays(1)),
                null,
                null);
        assertEquals(List.of("level term-not-in-force"), faults(complete(), conditions, july));
        registration()
                .given()
                .when(new Submit(written(complete()), july.minusDays(1), conditions))
                .then(new Submitted(written(complete()), july.minusDays(1)));
    }

    @Test
    void it_is_handed_in_while_the_programme_takes_registrations_in() {
        var intake = new Intake(SUBMITTED, SUBMITTED.plusDays(1));
        assertEquals(List.of("on outside-intake"), faults(complete(), taking(intake, null), SUBMITTED.minusDays(1)));
        assertEquals(List.of("on outside-intake"), faults(complete(), taking(intake, null), SUBMITTED.plusDays(2)));
        registration()
                .given()
                .when(new Submit(written(complete()), SUBMITTED, taking(intake, null)))
                .then(submittedAs(complete()));
    }

    @Test
    void once_the_programme_is_closed_nothing_new_is_taken_in_but_corrections_are() {
        var closed = taking(null, SELECTED);
        for (var history : List.of(new RegistrationEvent[0], returned())) {
            registration()
                    .given(history)
                    .when(new Submit(written(complete()), SELECTED, closed))
                    .thenRefused("programme-closed");
        }
        registration()
                .given(registered())
                .when(new Correct(
                        SELECTED.plusYears(1),
                        ValuesFixture.values().name("Tên khác").get(),
                        "Ghi nhầm",
                        null,
                        closed,
                        true,
                        null))
                .then(new Corrected(
                        SELECTED.plusYears(1),
                        List.of("name"),
                        "Ghi nhầm",
                        null,
                        RegistrationFixtures.named("Tên khác")));
    }

    private static Conditions taking(@Nullable Intake intake, @Nullable LocalDate closedOn) {
        var open = conditions();
        return new Conditions(
                open.from(),
                open.to(),
                open.fields(),
                open.levels(),
                open.kinds(),
                open.subjects(),
                true,
                Mergers.NONE,
                RegistrationFixtures.WORDS,
                intake,
                closedOn);
    }

    @Test
    void on_the_same_day_again_is_nothing_new() {
        for (var history : List.of(submitted(), selected(), registered())) {
            registration().given(history).when(submit()).thenNothing();
        }
    }

    @Test
    void on_another_day_again_is_a_contradiction() {
        for (var history : List.of(submitted(), selected(), registered())) {
            registration()
                    .given(history)
                    .when(new Submit(written(complete()), SUBMITTED.plusDays(1), conditions()))
                    .thenRefused("not-submittable");
        }
    }

    @Test
    void what_was_withdrawn_is_not_submitted() {
        registration().given(withdrawn()).when(submit()).thenRefused("withdrawn");
    }

    private static List<String> faults(Form form, Conditions conditions, LocalDate on) {
        return registration()
                .given()
                .when(new Submit(written(form), on, conditions))
                .thenRefused("registration-incomplete")
                .faults()
                .stream()
                .map(fault -> fault.field() + " " + fault.reason().code())
                .toList();
    }
}
