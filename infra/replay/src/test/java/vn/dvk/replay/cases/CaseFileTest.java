package vn.dvk.replay.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.replay.cases.Case.Among;
import vn.dvk.replay.cases.Case.Award;
import vn.dvk.replay.cases.Case.Programme;
import vn.dvk.replay.cases.Vocabulary.Category;
import vn.dvk.replay.cases.Vocabulary.Origin;
import vn.dvk.replay.cases.Vocabulary.RecognitionRequires;

class CaseFileTest {

    private static final String SMALL = """
            {
             "case": "thử",
             "programme": {
              "code": "T-1", "name": "Phong trào thử", "host": "T",
              "from": "2024-01-01", "to": "2024-06-30", "cutOff": "2024-06-30",
              "fields": {"KT": "Kinh tế"}, "levels": ["PROVINCE"]
             },
             "units": [
              {"code": "T", "name": "Tỉnh Thử", "kind": "PROVINCE"},
              {"code": "T-01", "name": "Xã Một", "kind": "COMMUNE", "parent": "T"}
             ],
             "groups": [
              {"count": 3, "kind": "MODEL", "subject": "COLLECTIVE", "field": "KT", "unit": "T-01"}
             ],
             "recognitions": [
              {"count": 2, "kind": "MODEL", "subject": "COLLECTIVE", "level": "PROVINCE", "issuer": "Tỉnh", "date": "2024-06-30"}
             ],
             "published": [
              {"id": "A", "text": "3 mô hình", "value": 3, "counts": {"measure": "registered"}}
             ],
             "identities": [
              {"id": "R", "sum": ["A"], "atMost": 3}
             ]
            }
            """;

    /** A value of the flat kind, in an object or a list. */
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,]\\s{0,4})(\"[^\"]*\"|\\d+|\\{[^{}]*}|\\[[^\\[\\]]*])(?=\\s*[,\\]}])");

    @Test
    void the_five_cases_are_read_whole() {
        var registrations = CaseFile.bundled().stream()
                .map(bundled -> CaseFile.read(bundled.file(), bundled.text()))
                .map(Case::registrations)
                .toList();
        assertThat(registrations).containsExactly(2, 50, 97, 113, 4494);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"successor\": \"T\"", "\"successors\": [\"T\"]", "\"basis\": \"giải thể\""})
    void a_succession_names_one_successor_or_several_or_none(String successors) {
        var succession =
                "\"successions\": [{\"type\": \"MERGED\", \"units\": [\"T-01\"], \"effective\": \"2024-07-01\", %s}], \"groups\"";
        var read = CaseFile.read("nho.json", SMALL.replace("\"groups\"", succession.formatted(successors)));
        assertThat(read.successions().getFirst().successors())
                .isEqualTo(successors.contains("T") ? List.of("T") : List.of());
    }

    @Test
    void a_paper_lists_its_acts_or_is_one() {
        var paper = "\"successions\": [{\"effective\": \"2024-07-01\", %s}], \"groups\"";
        var acts = "\"acts\": [{\"type\": \"RENAMED\", \"units\": [\"T-01\"], \"name\": \"Xã Mới\"},"
                + " {\"type\": \"DISSOLVED\", \"units\": [\"%s\"], \"successor\": \"T\"}]";
        var read = CaseFile.read("nho.json", SMALL.replace("\"groups\"", paper.formatted(acts.formatted("T-01"))));
        var told = read.successions().getFirst().acts();
        assertThat(told).extracting(Case.Act::name).containsExactly("Xã Mới", null);
        assertThat(told.getLast().successors()).containsExactly("T");

        for (var wrong : List.of(
                "\"basis\": \"x\"",
                "\"type\": \"RENAMED\", \"units\": [\"T-01\"], " + acts.formatted("T-01"),
                acts.formatted("NOBODY"),
                "\"acts\": []")) {
            assertThatThrownBy(() -> CaseFile.read("nho.json", SMALL.replace("\"groups\"", paper.formatted(wrong))))
                    .as(wrong)
                    .isInstanceOf(InvalidCase.class);
        }
    }

    @Test
    void what_is_left_out_has_the_default_of_the_schema() {
        var read = CaseFile.read("nho.json", SMALL.replace("\"groups\"", """
                "otherProgrammes": [{"code": "T-2", "name": "Đợt hai", "host": "T",
                  "from": "2024-01-01", "to": "2024-06-30", "cutOff": "2024-06-30"}],
                "awards": [{"count": 1, "form": "BANG_KHEN", "issuer": "Tỉnh", "date": "2024-06-30", "unit": "T-01"}],
                "groups\""""));
        assertThat(read.groups().getFirst().origin()).isEqualTo(Origin.NEW);
        assertThat(read.programme().recognitionRequires()).isEqualTo(RecognitionRequires.EVALUATED);
        assertThat(read.programme().steps()).isEmpty();
        assertThat(read.otherProgrammes().getFirst())
                .returns(Map.of("KT", "Kinh tế"), Programme::fields)
                .returns(List.of("PROVINCE"), Programme::levels);
        assertThat(read.awards().getFirst())
                .returns("UNKNOWN", Award::track)
                .returns(Category.MODEL, Award::category)
                .returns("T-1", Award::programme)
                .returns(new Among(null, null, null, "T-01"), Award::among);
    }

    @Test
    void superiors_come_first_wherever_they_stand_in_the_file() {
        var province = "{\"code\": \"T\", \"name\": \"Tỉnh Thử\", \"kind\": \"PROVINCE\"}";
        var hamlet = "{\"code\": \"T-01-1\", \"name\": \"Thôn\", \"kind\": \"RESIDENTIAL_AREA\", \"parent\": \"T-01\"}";
        var commune = "{\"code\": \"T-01\", \"name\": \"Xã Một\", \"kind\": \"COMMUNE\", \"parent\": \"T\"}";
        var text = SMALL.replaceFirst(
                "(?s)\"units\": \\[.*?]", "\"units\": [" + String.join(",", hamlet, commune, province) + "]");
        assertThat(CaseFile.read("nho.json", text).unitsTopDown())
                .extracting(Case.Unit::code)
                .containsExactly("T", "T-01", "T-01-1");
    }

    @Test
    void sections_may_be_left_out() {
        var read = CaseFile.read("nho.json", SMALL);
        assertThat(read.named()).isEmpty();
        assertThat(read.awards()).isEmpty();
        assertThat(read.replications()).isEmpty();
        assertThat(read.successions()).isEmpty();
        assertThat(read.steeringGroup()).isNull();
        assertThat(read.published().getFirst().expected()).isNull();
        assertThat(read.ignored()).isEmpty();
    }

    @Test
    void a_section_nobody_knows_is_named_and_left_out() {
        var read = CaseFile.read("nho.json", SMALL.replace("\"groups\"", "\"extra\": 1, \"groups\""));
        assertThat(read.ignored()).containsExactly("extra");
    }

    /** One planted mistake each: what is replaced, by what, and the sentence a person gets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"count\": 3 | \"count\": \"ba\" | Tệp nho.json, dòng 13, groups[0].count: cần một số nguyên từ 0 đến 100000, tệp ghi “ba”."
                        + " (File nho.json, line 13, groups[0].count: expected a whole number from 0 to 100000, found “ba”.)",
                "\"count\": 3 | \"count\": 2.5 | Tệp nho.json, dòng 13, groups[0].count: cần một số nguyên từ 0 đến 100000, tệp ghi 2.5."
                        + " (File nho.json, line 13, groups[0].count: expected a whole number from 0 to 100000, found 2.5.)",
                "\"unit\": \"T-01\" | \"unit\": \"T-99\" | Tệp nho.json, dòng 13, groups[0].unit: không có đơn vị “T-99” trong mục units."
                        + " (File nho.json, line 13, groups[0].unit: there is no unit “T-99” under units.)",
                "\"field\": \"KT\" | \"field\": \"XX\" | Tệp nho.json, dòng 13, groups[0].field: cần một trong KT, tệp ghi “XX”."
                        + " (File nho.json, line 13, groups[0].field: expected one of KT, found “XX”.)",
                "\"subject\": \"COLLECTIVE\", \"field\" | \"field\" | Tệp nho.json, dòng 13, groups[0].subject: thiếu, cần một trong COLLECTIVE, INDIVIDUAL, HOUSEHOLD."
                        + " (File nho.json, line 13, groups[0].subject: missing, expected one of COLLECTIVE, INDIVIDUAL, HOUSEHOLD.)",
                "\"parent\": \"T\" | \"parent\": \"Z\" | Tệp nho.json, dòng 10, units[1].parent: không có đơn vị “Z” trong mục units."
                        + " (File nho.json, line 10, units[1].parent: there is no unit “Z” under units.)",
                "\"kind\": \"PROVINCE\"} | \"kind\": \"PROVINCE\", \"parent\": \"T-01\"} | Tệp nho.json, dòng 9, units[0].parent: đơn vị “T” lại thuộc chính nó."
                        + " (File nho.json, line 9, units[0].parent: unit “T” stands above itself.)",
                "\"to\": \"2024-06-30\" | \"to\": \"2023-06-30\" | Tệp nho.json, dòng 5, programme.to: ngày 2023-06-30 phải từ 2024-01-01 trở đi."
                        + " (File nho.json, line 5, programme.to: 2023-06-30 must not be before 2024-01-01.)",
                "\"cutOff\": \"2024-06-30\" | \"cutOff\": \"30/06/2024\" | Tệp nho.json, dòng 5, programme.cutOff: cần một ngày dạng 2024-06-30, tệp ghi “30/06/2024”."
                        + " (File nho.json, line 5, programme.cutOff: expected a date like 2024-06-30, found “30/06/2024”.)",
                "\"level\": \"PROVINCE\" | \"level\": \"BLOC\" | Tệp nho.json, dòng 16, recognitions[0].level: cần một trong PROVINCE, tệp ghi “BLOC”."
                        + " (File nho.json, line 16, recognitions[0].level: expected one of PROVINCE, found “BLOC”.)",
                "\"value\": 3 | \"value\": \"3\" | Tệp nho.json, dòng 19, published[0].value: cần một con số hoặc null, tệp ghi “3”."
                        + " (File nho.json, line 19, published[0].value: expected a number or null, found “3”.)",
                "{\"measure\": \"registered\"} | {\"measure\": \"registered\", \"fields\": \"KT\"} | Tệp nho.json, dòng 19, published[0].counts.fields:"
                        + " không có tên này, cần một trong measure, programme, unit, field, kind, subject, level, form, track, category, issuer, grade, model, origin, target, step, outcome, lacks, asOf, from, asKnown, organisation."
                        + " (File nho.json, line 19, published[0].counts.fields: there is no such name, expected one of measure, programme, unit, field, kind, subject, level, form, track, category, issuer, grade, model, origin, target, step, outcome, lacks, asOf, from, asKnown, organisation.)",
                "\"sum\": [\"A\"] | \"sum\": [\"B\"] | Tệp nho.json, dòng 22, identities[0].sum: cần một trong A, tệp ghi “B”."
                        + " (File nho.json, line 22, identities[0].sum: expected one of A, found “B”.)",
                "\"groups\" | \"awards\": [{\"count\": 1, \"form\": \"BANG_KHEN\", \"category\": \"MOVEMENT\", \"issuer\": \"Tỉnh\", \"date\": \"2024-06-30\"}],\"groups\""
                        + " | Tệp nho.json, dòng 12, awards[0].subject: thiếu, cần một trong COLLECTIVE, INDIVIDUAL, HOUSEHOLD."
                        + " (File nho.json, line 12, awards[0].subject: missing, expected one of COLLECTIVE, INDIVIDUAL, HOUSEHOLD.)",
                "\"fields\": {\"KT\": \"Kinh tế\"} | \"fields\": {} | Tệp nho.json, dòng 6, programme.fields: cần một đối tượng JSON với ít nhất một lĩnh vực, tệp ghi {…}."
                        + " (File nho.json, line 6, programme.fields: expected a JSON object of at least one field, found {…}.)",
                "\"atMost\": 3 | \"hint\": \"?\" | Tệp nho.json, dòng 22, identities[0].equals: thiếu, cần một con số hoặc mã của một số liệu."
                        + " (File nho.json, line 22, identities[0].equals: missing, expected a number or the id of a figure.)",
                "\"units\": [ | \"units\": 7, \"x\": [ | Tệp nho.json, dòng 8, units: cần một danh sách […], tệp ghi 7."
                        + " (File nho.json, line 8, units: expected a list […], found 7.)",
            })
    void a_mistake_is_named_with_its_line_and_what_is_expected(String right, String wrong, String sentence) {
        assertThat(SMALL).contains(right);
        assertThat(refusal(SMALL.replaceFirst(Pattern.quote(right), wrong))).hasMessage(sentence);
    }

    /** Whatever stands in the place of any value: the case is read, or one sentence says why not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "-1",
                "2.5",
                "3.0",
                "1e99",
                "1e999999999",
                "99999999999999999999",
                "\"\"",
                "\"x\"",
                "[]",
                "[1]",
                "{}",
                "{\"a\":1}",
                "{\"place\":1}"
            })
    void any_value_in_any_place_is_read_or_refused_in_a_sentence(String value) {
        for (var text : List.of(SMALL, new CaseFile.Bundled("lien-minh-htx-2021.json").text())) {
            var values = VALUE.matcher(text);
            var places = 0;
            for (var from = 0; values.find(from); from = values.start() + 1) {
                places++;
                assertReadOrRefused(text.substring(0, values.start()) + value + text.substring(values.end()));
            }
            assertThat(places).isGreaterThan(40);
        }
    }

    private static void assertReadOrRefused(String text) {
        try {
            assertThat(CaseFile.read("nho.json", text).name()).isNotBlank();
        } catch (InvalidCase refused) {
            assertThat(refused)
                    .hasMessageMatching("Tệp nho.json, dòng \\d+.*: .+ \\(File nho.json, line \\d+.*: .+\\)");
        }
    }

    @Test
    void the_schema_and_the_vocabulary_know_the_same_words() {
        var definitions = new JsonMapper()
                .readTree(CaseFile.class.getResourceAsStream("/case.schema.json"))
                .path("$defs");
        for (var list : Vocabulary.class.getDeclaredClasses()) {
            var name = list.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                    + list.getSimpleName().substring(1);
            assertThat(definitions
                            .path(name)
                            .path("enum")
                            .valueStream()
                            .map(word -> word.asString().toUpperCase(Locale.ROOT)))
                    .as(name)
                    .containsExactly(Stream.of(list.getEnumConstants())
                            .map(Object::toString)
                            .toArray(String[]::new));
        }
    }

    @Test
    void the_schema_knows_everything_a_story_can_tell() {
        assertThat(new JsonMapper()
                        .readTree(CaseFile.class.getResourceAsStream("/case.schema.json"))
                        .path("$defs")
                        .path("do")
                        .path("enum")
                        .valueStream()
                        .map(word -> word.asString()))
                .containsExactlyElementsOf(
                        Stream.of(Happening.Do.values()).map(Happening.Do::word).toList());
    }

    @Test
    void the_readme_says_what_each_word_of_a_story_needs_and_its_example_is_one() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        for (var word : Happening.Do.values()) {
            assertThat(readme).contains("\n| `%s` | %s |".formatted(word.word(), String.join(", ", word.needs())));
        }

        var json = new JsonMapper();
        var begin = readme.indexOf("```json") + "```json".length();
        var example = (ObjectNode) json.readTree(readme.substring(begin, readme.indexOf("```", begin)));
        var whole = (ObjectNode) json.readTree(SMALL);
        whole.setAll(example);
        whole.remove("identities");
        var read = CaseFile.read("README.md", whole.toString());
        assertThat(read.story().stream().map(Happening::what)).contains(Happening.Do.values());
        assertThat(read.published()).hasSize(4);
        assertThat(read.successions().getFirst().acts()).hasSize(2);
        assertThat(read.terms()).extracting(Case.Term::code).containsExactly("THU_KHEN");
    }

    @Test
    void a_case_may_use_any_word_and_bring_its_own() {
        var ward = "\"terms\": [{\"vocabulary\": \"%s\", \"code\": \"%s\", \"vi\": \"cấp liên xã\", \"rank\": 15}], ";
        var read = CaseFile.read(
                "nho.json", SMALL.replaceFirst("\"units\"", ward.formatted("level", "INTER_COMMUNE") + "\"units\""));
        assertThat(read.terms())
                .containsExactly(new Case.Term("level", "INTER_COMMUNE", "cấp liên xã", null, 15, null, null, null));
        assertThat(refusal(SMALL.replaceFirst("\"units\"", ward.formatted("levels", "X") + "\"units\"")))
                .hasMessageContaining("terms[0].vocabulary")
                .hasMessageContaining("force-role");
        assertThat(refusal(SMALL.replaceFirst("\"units\"", ward.formatted("level", "cấp xã") + "\"units\"")))
                .hasMessageContaining("terms[0].code")
                .hasMessageContaining("a term's code");
    }

    @ParameterizedTest
    @EnumSource(Happening.Do.class)
    void what_a_word_needs_is_asked_for_with_an_example(Happening.Do word) {
        assertThatThrownBy(() -> story("{\"do\": \"%s\"}".formatted(word.word())))
                .hasMessageContaining("has to say %s, for example %s"
                        .formatted(
                                word.needs().getFirst(),
                                Happening.example(word.needs().getFirst())));
        assertThat(word.needs())
                .allSatisfy(needed -> assertThat(Happening.example(needed)).startsWith("\"%s\": ".formatted(needed)));
    }

    @Test
    void what_a_word_needs_beside_its_list_is_said_with_an_example() {
        var begun =
                "{\"do\": \"register\", \"on\": \"2024-02-01\", \"model\": \"M1\", \"unit\": \"T-01\", \"field\": \"KT\","
                        + " \"subject\": \"COLLECTIVE\"}, ";
        assertThatThrownBy(() -> story(begun
                        + "{\"do\": \"correct\", \"on\": \"2024-02-02\", \"model\": \"M1\", \"reason\": \"Nhầm\"}"))
                .hasMessageContaining("story[1].values")
                .hasMessageContaining("for example {\"place\": \"Xóm 5\"}");
        for (var target : List.of("", "\"model\": \"M1\", \"unit\": \"T-01\", ")) {
            assertThatThrownBy(() -> story(begun + "{\"do\": \"place-hold\", " + target
                            + "\"on\": \"2024-02-02\", \"hold\": \"INSPECTION\", \"reason\": \"x\"}"))
                    .hasMessageContaining("has to say one of model, person, unit");
        }
        assertThatThrownBy(
                        () -> story(
                                begun
                                        + "{\"do\": \"ask\", \"of\": \"preview\", \"on\": \"2024-02-02\", \"name\": \"v\", \"expect\": {\"stays\": \"\"}}"))
                .hasMessageContaining("story[1].name");
        var twice = begun.replace("}, ", ", \"refused\": \"outside-intake\"}, ");
        assertThat(story(twice + begun.replace("}, ", "}")).story()).hasSize(2);
    }

    @Test
    void a_goal_is_in_numbers() {
        var begun = """
                {"do": "register", "on": "2024-02-01", "model": "M1", "unit": "T-01", "field": "KT",
                 "subject": "COLLECTIVE", "goal": %s}""";

        assertThat(story(begun.formatted("{\"measure\": \"hộ\", \"baseline\": 12.5, \"target\": 60}"))
                        .story())
                .extracting(Happening::goal)
                .containsExactly(new Happening.Goal("hộ", new BigDecimal("12.5"), new BigDecimal("60")));
        assertThatThrownBy(() -> story(begun.formatted("{\"measure\": \"hộ\"}")))
                .hasMessageContaining("story[0].goal.target")
                .hasMessageContaining("missing, expected a number of at most two decimals");
        assertThatThrownBy(() -> story(begun.formatted("{\"measure\": \"hộ\", \"target\": 1.125}")))
                .hasMessageContaining("story[0].goal.target");
    }

    @Test
    void what_a_figure_is_compared_with_is_checked_as_what_it_counts() {
        var compared = "\"counts\": {\"measure\": \"registered\"}, \"comparedWith\": {\"measure\": \"registered\", ";

        assertThat(refusal(SMALL.replace("\"counts\": {\"measure\": \"registered\"", compared + "\"unit\": \"T-09\"")))
                .hasMessageContaining("published[0].comparedWith.unit");
        assertThat(refusal(SMALL.replace("\"counts\": {\"measure\": \"registered\"", compared + "\"colour\": \"red\"")))
                .hasMessageContaining("published[0].comparedWith.colour");
    }

    @Test
    void a_story_says_what_each_thing_needs_of_a_model_that_has_begun() {
        var register = """
                {"do": "register", "on": "2021-02-01", "model": "M1", "unit": "%s", "field": "%s", "subject": "COLLECTIVE"}""";
        var read = CaseFile.read("nho.json", SMALL);
        var unit = read.units().getLast().code();
        var field = read.programme().fields().keySet().iterator().next();
        var begun = register.formatted(unit, field);

        assertThat(story(begun).story())
                .singleElement()
                .satisfies(one -> assertThat(one.model()).isEqualTo("M1"));
        assertThatThrownBy(() -> story(begun, "{\"do\": \"void\", \"on\": \"2021-03-01\", \"model\": \"M1\"}"))
                .hasMessageContaining("story[1].reason")
                .hasMessageContaining("“void” has to say reason");
        assertThatThrownBy(() -> story("{\"do\": \"inspect\", \"on\": \"2021-03-01\", \"model\": \"M9\"}"))
                .hasMessageContaining("story[0].model");
        assertThatThrownBy(() -> story(begun, begun)).hasMessageContaining("M1");
        assertThatThrownBy(() -> story("{\"do\": \"dance\"}"))
                .hasMessageContaining("story[0].do")
                .hasMessageContaining("register");
    }

    private static Case story(String... happenings) {
        var text = SMALL.strip();
        return CaseFile.read(
                "nho.json",
                text.substring(0, text.length() - 1) + ", \"story\": [" + String.join(",\n", happenings) + "]}");
    }

    @Test
    void a_file_that_is_cut_off_is_not_json() {
        assertThat(refusal(SMALL.substring(0, 200)))
                .hasMessageStartingWith("Tệp nho.json, dòng 6: không phải JSON hợp lệ: ");
        assertThat(refusal("")).hasMessageStartingWith("Tệp nho.json: tệp rỗng");
        assertThat(refusal("[]")).hasMessageStartingWith("Tệp nho.json, dòng 1: cần một đối tượng JSON {…}");
    }

    @Test
    void a_name_given_twice_in_one_object_is_a_mistake() {
        assertThat(refusal(SMALL.replace("\"count\": 3,", "\"count\": 3, \"count\": 4,")))
                .hasMessageStartingWith("Tệp nho.json, dòng 13: không phải JSON hợp lệ: Duplicate");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        var missing = catchThrowableOfType(InvalidCase.class, () -> CaseFile.text(Path.of("khong-co.json")));
        assertThat(missing)
                .hasMessage("Tệp khong-co.json: không có tệp này. (File khong-co.json: there is no such file.)");
    }

    private static InvalidCase refusal(String text) {
        return catchThrowableOfType(InvalidCase.class, () -> CaseFile.read("nho.json", text));
    }
}
