package vn.dvk.replay.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.replay.cases.CaseFile;
import vn.dvk.replay.cases.InvalidCase;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Subject;

class PlannerTest {

    private static final String NGHE_AN = "nghe-an-2024-h1.json";
    private static final String KIEN_GIANG = "kien-giang-khoi-2021-2023.json";
    private static final String KIM_BANG = "kim-bang-2015-2020.json";
    private static final String LANG_SON = "lang-son-khoi-2017-2020.json";
    private static final String LIEN_MINH = "lien-minh-htx-2021.json";

    @Test
    void nghe_an_registers_what_its_figures_count() {
        var entries = plan(NGHE_AN).entries();
        assertThat(entries).hasSize(4494);
        assertThat(entries.stream().collect(groupingBy(Entry::subject, counting())))
                .isEqualTo(Map.of(Subject.COLLECTIVE, 3729L, Subject.INDIVIDUAL, 765L));
        assertThat(entries.stream().collect(groupingBy(Entry::field, counting())))
                .isEqualTo(Map.of("KT", 1212L, "VHXH", 2289L, "QPAN", 486L, "HTCT", 507L));
    }

    @Test
    void nghe_an_appraises_and_recognizes_nothing_because_its_source_does_not() {
        var plan = plan(NGHE_AN);
        assertThat(plan.appraisal().models()).isEmpty();
        assertThat(plan.recognitions()).isEmpty();
        assertThat(plan.carryingOut().models()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NGHE_AN, KIEN_GIANG, KIM_BANG, LANG_SON, LIEN_MINH})
    void the_same_case_gives_the_same_plan_and_no_key_or_name_twice(String file) {
        var plan = plan(file);
        assertThat(plan(file)).isEqualTo(plan);
        assertThat(plan.entries()).extracting(Entry::key).doesNotHaveDuplicates();
        assertThat(plan.entries()).extracting(Entry::name).doesNotHaveDuplicates();
        assertThat(plan.entries()).extracting(Entry::situation).doesNotHaveDuplicates();
        assertThat(plan.entries()).extracting(Entry::key).allMatch(key -> key.matches("[A-Za-z0-9._:-]{1,80}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NGHE_AN, KIEN_GIANG, KIM_BANG, LANG_SON, LIEN_MINH})
    void everything_happens_inside_the_programme_and_in_the_order_of_the_process(String file) {
        var plan = plan(file);
        var programme = plan.of().programme();
        for (var batch : plan.batches()) {
            for (var entry : batch.entries()) {
                inOrder(
                        programme.from(),
                        entry.chosenOn(),
                        entry.submitOn(),
                        batch.selectedOn(),
                        batch.acceptedOn(),
                        programme.cutOff());
                assertThat(entry.chosenOn()).isBefore(entry.submitOn());
            }
            inOrder(
                    batch.acceptedOn(),
                    plan.carryingOut().on(),
                    plan.appraisal().selfOn(),
                    plan.appraisal().superiorOn(),
                    plan.appraisal().concludedOn());
            plan.recognitions().forEach(one -> inOrder(plan.appraisal().concludedOn(), one.on()));
            plan.replications().forEach(one -> inOrder(batch.acceptedOn(), one.on()));
            plan.carryingOut().reports().forEach(one -> inOrder(batch.acceptedOn(), one.from(), one.to(), one.on()));
        }
    }

    private static void inOrder(LocalDate... days) {
        assertThat(days).isSorted();
    }

    @Test
    void a_form_is_concrete_and_only_a_person_has_a_name() {
        for (var entry : plan(NGHE_AN).entries()) {
            var goal = entry.goals().getFirst();
            assertThat(Integer.parseInt(goal.target())).isGreaterThan(Integer.parseInt(goal.baseline()));
            assertThat(entry.situation()).contains(entry.place());
            assertThat(entry.person() != null).isEqualTo(entry.subject() != Subject.COLLECTIVE);
        }
    }

    @Test
    void recognitions_and_awards_pick_matching_models_the_named_ones_first() {
        var plan = plan(KIM_BANG);
        assertThat(plan.recognitions()).extracting(one -> one.models().size()).containsExactly(56, 41);
        assertThat(plan.recognitions().getFirst().models().getFirst()).startsWith("kim-bang-2015-2020:named:1:");
        assertThat(plan.recognitions()).allMatch(one -> one.level().equals("DISTRICT"));
        assertThat(plan.appraisal().models()).hasSize(97);
        assertThat(plan.modelAwards()).extracting(one -> one.models().size()).containsExactly(56, 41);
        assertThat(plan.replications()).hasSize(18);
        assertThat(plan.replications().stream().filter(one -> one.confirmedOn() != null))
                .hasSize(2);
    }

    @Test
    void a_model_is_commended_once_and_only_when_recognized_while_recognized_ones_are_left() {
        var plan = plan(LANG_SON);
        var commended = plan.modelAwards().stream()
                .flatMap(one -> one.models().stream())
                .toList();
        assertThat(commended).hasSize(13).doesNotHaveDuplicates();
        var recognized = plan.recognitions().stream()
                .flatMap(one -> one.models().stream())
                .toList();
        assertThat(new HashSet<>(recognized)).hasSize(50).containsAll(commended);
    }

    @Test
    void awards_for_the_movement_go_to_the_programme_they_name() {
        var plan = plan(KIEN_GIANG);
        assertThat(plan.movementAwards())
                .extracting(Plan.MovementAward::programme)
                .containsExactly("KG-K-2021-2023", "KG-K-2021-2023", "KG-K-HTLTB-2023-Q3", "KG-K-HTLTB-2023-Q3");
        assertThat(plan.movementAwards())
                .extracting(one -> one.recipients().size())
                .containsExactly(7, 6, 3, 8);
        var models = plan.entries().stream()
                .filter(entry -> entry.kind() == Kind.MODEL)
                .count();
        assertThat(models).isEqualTo(111);
    }

    @Test
    void reports_follow_the_stated_rhythm_and_the_steering_group_is_evidence() {
        var work = plan(LIEN_MINH).carryingOut();
        assertThat(work.reports()).hasSize(18);
        assertThat(work.reports().getFirst().from()).isEqualTo("2021-02-01");
        assertThat(work.reports().get(8).to()).isEqualTo("2021-10-31");
        assertThat(work.evidence())
                .extracting(Plan.Evidence::title)
                .contains("Tổ chỉ đạo 4 người, Phó Bí thư làm tổ trưởng");
    }

    @Test
    void points_add_up_to_at_least_eighty_and_never_exceed_a_criterion() {
        for (var number = 0; number < 500; number++) {
            for (var subject : Subject.values()) {
                var points = Rubric.superior(subject, number).values();
                assertThat(points.stream().mapToInt(Integer::intValue).sum()).isBetween(80, 100);
            }
        }
    }

    @Test
    void more_recognized_than_registered_is_refused_before_anything_is_sent() {
        var text = text(KIEN_GIANG).replace("\"count\": 76", "\"count\": 112");
        assertThatThrownBy(() -> Planner.plan(CaseFile.read("k.json", text)))
                .isInstanceOf(InvalidCase.class)
                .hasMessageMatching("Tệp k\\.json, dòng \\d+, recognitions\\[0]\\.count: "
                        + "cần 112 đăng ký phù hợp, hồ sơ chỉ còn 111\\. .*only 111 left\\.\\)");
    }

    @Test
    void more_commended_than_registered_is_refused_before_anything_is_sent() {
        var text = text(LANG_SON).replace("\"count\": 9,", "\"count\": 26,");
        assertThatThrownBy(() -> Planner.plan(CaseFile.read("l.json", text)))
                .isInstanceOf(InvalidCase.class)
                .hasMessageContaining("awards[2].count: cần 26 đăng ký phù hợp, hồ sơ chỉ còn 25");
    }

    @Test
    void a_year_in_a_province_begins_with_the_goal_it_states_and_invents_the_others() throws IOException {
        var text = Files.readString(Path.of("src/test/resources/e2e/a-year.json"));
        var entries = Planner.plan(CaseFile.read("a-year.json", text)).story().stream()
                .map(Plan.Told::entry)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Entry::name, entry -> entry.goals().getFirst()));
        assertThat(entries).hasSize(9).containsEntry("M2", new Entry.Goal("Số hộ", "hộ", "12", "60"));
        assertThat(entries.values()).allMatch(goal -> goal.baseline() != null);
    }

    @Test
    void keys_are_plain_whatever_a_case_is_called() {
        assertThat(Planner.slug("Đợt 6 tháng – huyện “Kim Bảng”")).isEqualTo("dot-6-thang-huyen-kim-bang-");
        assertThat(Planner.slug("x".repeat(90))).hasSize(40);
    }

    @Test
    void steps_of_a_programme_of_its_own_are_completed_up_to_the_appraisal() {
        var steps = """
                "levels": ["GRASSROOTS"], "steps": [
                 {"code": "B1", "label": "một", "actor": "OFFICER", "completedBy": "REGISTRATION"},
                 {"code": "B2", "label": "hai", "actor": "OFFICER", "completedBy": "PERSON"},
                 {"code": "B3", "label": "ba", "actor": "COUNCIL", "completedBy": "EVALUATION"},
                 {"code": "B4", "label": "bốn", "actor": "AUTHORITY", "completedBy": "RECOGNITION"}]
                """;
        var text = text(LIEN_MINH).replaceFirst("\"levels\": \\[\\s*\"GRASSROOTS\"\\s*]", steps);
        assertThat(Planner.plan(CaseFile.read("s.json", text)).carryingOut().steps())
                .isEqualTo(List.of("B2"));
    }

    private static Plan plan(String file) {
        return Planner.plan(CaseFile.read(file, text(file)));
    }

    private static String text(String file) {
        return new CaseFile.Bundled(file).text();
    }
}
