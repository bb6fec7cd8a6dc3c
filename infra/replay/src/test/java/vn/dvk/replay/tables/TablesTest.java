package vn.dvk.replay.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.replay.cases.CaseFile;
import vn.dvk.replay.plan.Plan;
import vn.dvk.replay.plan.Planner;
import vn.dvk.replay.tables.Reconciliation.Elsewhere;

class TablesTest {

    private static final Plan NGHE_AN = plan("nghe-an-2024-h1.json");

    /** As reporting answers when the registry holds 2.289 where 2.298 was printed. */
    private static final String COUNTED = """
            {"figures":[
             {"id":"N08","claimed":4494,"counted":4494,"difference":0,"verdict":"match"},
             {"id":"N09","claimed":3729,"counted":3729,"difference":0,"verdict":"match"},
             {"id":"N10","claimed":765,"counted":765,"difference":0,"verdict":"match"},
             {"id":"N11","claimed":1212,"counted":1212,"difference":0,"verdict":"match"},
             {"id":"N12","claimed":2298,"counted":2289,"difference":9,"verdict":"mismatch",
              "cause":{"code":"swapped-digits","text":"hai chữ số liền nhau bị đổi chỗ"}},
             {"id":"N13","claimed":486,"counted":486,"difference":0,"verdict":"match"},
             {"id":"N14","claimed":507,"counted":507,"difference":0,"verdict":"match"}],
             "identities":[
             {"id":"R01","left":4494,"right":4494,"relation":"=","difference":0,"verdict":"holds"},
             {"id":"R02","left":4503,"right":4494,"relation":"=","difference":9,"verdict":"fails",
              "hint":{"code":"swapped-digits","text":"2.298 → 2.289 làm đẳng thức đúng","figure":"N12","from":2298,"to":2289}}]}
            """;

    @Test
    void the_table_stands_in_columns_with_signs_and_reasons() {
        assertThat(String.join("\n", Tables.lines(calm(), NGHE_AN, counted(COUNTED))))
                .isEqualTo("""

                        Phong trào thi đua “Dân vận khéo” tỉnh Nghệ An, 6 tháng đầu năm 2024
                        nghe-an-2024-h1 · NA-2024 · số liệu đến 30/06/2024
                          Mã   Số liệu công bố · published                công bố   đếm được       lệch  kết luận
                          N08  4.494 mô hình xây dựng mới                   4.494      4.494          0  ✓ khớp
                          N09  3.729 mô hình tập thể                        3.729      3.729          0  ✓ khớp
                          N10  765 mô hình cá nhân                            765        765          0  ✓ khớp
                          N11  1.212 mô hình kinh tế                        1.212      1.212          0  ✓ khớp
                          N12  2.298 mô hình văn hóa - xã hội               2.298      2.289         +9  ✗ lệch
                               ↳ hai chữ số liền nhau bị đổi chỗ
                          N13  486 mô hình quốc phòng - an ninh               486        486          0  ✓ khớp
                          N14  507 mô hình xây dựng hệ thống chính trị        507        507          0  ✓ khớp
                               Đẳng thức · identities                     vế trái    vế phải       lệch  kết luận
                          R01  N09 + N10 = N08                              4.494      4.494          0  ✓ đúng
                          R02  N11 + N12 + N13 + N14 = N08                  4.503      4.494         +9  ✗ sai
                               ↳ 2.298 → 2.289 làm đẳng thức đúng
                          ✓ Đúng như hồ sơ chờ đợi · as the case expects""");
    }

    @Test
    void more_than_is_shown_as_such() {
        var name = "nghe-an-2024-h1.json";
        var text = new CaseFile.Bundled(name).text().replace("\"value\": 4494,", "\"value\": 4494, \"atLeast\": true,");
        var plan = Planner.plan(CaseFile.read(name, text));
        assertThat(Tables.lines(calm(), plan, counted(COUNTED)))
                .anyMatch(line -> line.matches(" *N08 .* ≥ 4\\.494 +4\\.494 +0 +✓ khớp"));
    }

    @Test
    void each_deviation_is_named() {
        var wrong = COUNTED.replace(
                        "\"counted\":4494,\"difference\":0,\"verdict\":\"match\"",
                        "\"counted\":4493,\"difference\":1,\"verdict\":\"mismatch\"")
                .replace("\"to\":2289", "\"to\":2292")
                .replace(
                        "{\"id\":\"N14\",\"claimed\":507,\"counted\":507,\"difference\":0,\"verdict\":\"match\"}",
                        "{}");
        assertThat(Verdicts.deviations(NGHE_AN, counted(wrong)))
                .containsExactly(
                        "N08: được mismatch, hồ sơ chờ match (got mismatch, the case expects match)",
                        "N14: không có câu trả lời (no answer)",
                        "R02 (gợi ý): được 2.292, hồ sơ chờ 2.289 (got 2.292, the case expects 2.289)");
    }

    @Test
    void a_missing_hint_and_a_wrong_difference_are_deviations() {
        var wrong = COUNTED.replaceAll(",\\s*\"hint\":\\{[^}]*}", "")
                .replace("\"difference\":9,\"verdict\":\"fails\"", "\"difference\":8,\"verdict\":\"fails\"");
        assertThat(Verdicts.deviations(NGHE_AN, counted(wrong)))
                .hasSize(2)
                .anyMatch(deviation -> deviation.startsWith("R02 (chênh lệch): được 8, hồ sơ chờ 9"))
                .anyMatch(deviation -> deviation.startsWith("R02 (gợi ý): được –"));
    }

    @Test
    void the_other_movement_s_awards_are_shown_apart_and_checked() {
        var kienGiang = plan("kien-giang-khoi-2021-2023.json");
        var right = new Elsewhere("KG-K-HTLTB-2023-Q3", "PARTY", Map.of("COLLECTIVE", 3L, "INDIVIDUAL", 8L));
        assertThat(Tables.lines(calm(), kienGiang, new Reconciliation(Map.of(), Map.of(), List.of(right))))
                .anyMatch(
                        line -> line.matches(
                                "  Không tính ở trên · not counted above: KG-K-HTLTB-2023-Q3 – khen (3 tập thể, 8|8 cá nhân, 3) .*"));
        var wrong = new Elsewhere("KG-K-HTLTB-2023-Q3", "PARTY", Map.of("COLLECTIVE", 10L));
        assertThat(Verdicts.deviations(kienGiang, new Reconciliation(Map.of(), Map.of(), List.of(wrong))))
                .anyMatch(deviation -> deviation.startsWith("KG-K-HTLTB-2023-Q3: được {COLLECTIVE=10}"));
    }

    @Test
    void colors_only_where_they_are_wanted() {
        var plain = Tables.lines(calm(), NGHE_AN, counted(COUNTED));
        var colored = Tables.lines(new Screen(System.out, true, true), NGHE_AN, counted(COUNTED));
        assertThat(String.join("", plain)).doesNotContain("\u001B");
        assertThat(colored).anyMatch(line -> line.contains("\u001B[31m✗ lệch\u001B[0m"));
        assertThat(colored.stream().map(line -> line.replaceAll("\u001B\\[\\d+m", "")))
                .containsExactlyElementsOf(plain);
    }

    @Test
    void progress_outside_a_terminal_is_one_calm_line() {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, false);
        try (var progress = screen.progress("Đăng ký", 4494)) {
            progress.advance(4000);
            progress.advance(494);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).matches("  Đăng ký {35}   4\\.494  \\d+,?\\d* s\\R");
    }

    @Test
    void widths_count_letters_not_bytes_or_marks() {
        assertThat(Columns.width("Đẳng thức")).isEqualTo(9);
        assertThat(Columns.width("Đa\u0309")).isEqualTo(2);
        assertThat(Columns.shortened("Đẳng thức giữa các số", 10)).isEqualTo("Đẳng thức…");
    }

    private static Screen calm() {
        return new Screen(System.out, false, false);
    }

    private static Reconciliation counted(String answer) {
        return Reconciliation.of(new JsonMapper().readTree(answer), List.of());
    }

    private static Plan plan(String file) {
        return Planner.plan(CaseFile.read(file, new CaseFile.Bundled(file).text()));
    }
}
