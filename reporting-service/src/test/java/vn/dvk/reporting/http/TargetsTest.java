package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.reporting.running.Reporting;

/** A year in which a province is reorganised: who should register, who has, who is missing. */
class TargetsTest {

    private static final Reporting REPORTING = Reporting.shared();
    private static final String REFORM = "2025-07-01";

    private static final String PROVINCE = Reporting.newCode();
    private static final String PROGRAMME = PROVINCE;

    /** Two districts are dissolved, C1 and C2 merge into N1, C3 splits into N2 and N3; C5 never registers. */
    @BeforeAll
    static void aYear() {
        REPORTING.unit(code("TM"), "PROVINCE", null, null, null);
        for (var district : List.of("D1", "D2")) {
            REPORTING.unit(code(district), "DISTRICT", code("TM"), null, paper("DISSOLVED", district, "TM"));
        }
        var merged = """
                [{"id":"s-1","sequence":1,"type":"MERGED","units":["%s","%s"],"successors":["%s"],"effective":"%s","decision":null,"basis":null}]""".formatted(code("C1"), code("C2"), code("N1"), REFORM);
        var split = """
                [{"id":"s-1","sequence":1,"type":"SPLIT","units":["%s"],"successors":["%s","%s"],"effective":"%s","decision":null,"basis":null}]""".formatted(code("C3"), code("N2"), code("N3"), REFORM);
        REPORTING.unit(code("C1"), "COMMUNE", code("D1"), null, merged);
        REPORTING.unit(code("C2"), "COMMUNE", code("D1"), null, merged);
        REPORTING.unit(code("C3"), "COMMUNE", code("D2"), null, split);
        REPORTING.unit(code("C4"), "COMMUNE", code("D2"), null, null);
        REPORTING.unit(code("C5"), "COMMUNE", code("D2"), null, null);
        REPORTING.unit(code("N1"), "COMMUNE", code("TM"), REFORM, merged);
        REPORTING.unit(code("N2"), "COMMUNE", code("TM"), REFORM, split);
        REPORTING.unit(code("N3"), "COMMUNE", code("TM"), REFORM, split);
        REPORTING.unit(code("S1"), "PROVINCIAL_AGENCY", code("TM"), null, null);
        REPORTING.programme(PROGRAMME, code("TM"), "2025-01-01", "2025-12-31", """
                {"kind":"COMMUNE","under":"%s","exemptions":
                 [{"unit":"%s","from":"2025-01-01","to":"2025-02-28","reason":"Khắc phục thiên tai"}]}
                """.formatted(code("TM"), code("C5")));
        registered("C1", "2025-01-20", null);
        registered("C2", "2025-01-25", null);
        registered("C3", "2025-02-05", "N2");
        registered("C3", "2025-02-05", "N3");
        registered("C4", "2025-02-10", null);
        registered("S1", "2025-02-15", null);
        REPORTING.await("measure=registered&programme=" + PROGRAMME, 6);
    }

    private static void registered(String unit, String on, @Nullable String assigned) {
        var model = REPORTING.newModel(PROGRAMME, code(unit)).registered(on);
        REPORTING.publish(assigned == null ? model : model.transferred(code(assigned), REFORM));
    }

    @Test
    void inJuneFourOfFiveCommunes() {
        var june = targets("asOf=2025-06-30");
        assertThat(figures(june)).isEqualTo("4 of 5, 80");
        assertThat(names(june, "missing")).containsExactly("C5");
        assertThat(june.at("/missing/0/name").asString()).isEqualTo("Đơn vị " + code("C5"));
        assertThat(names(june, "exempt")).isEmpty();
        assertThat(figures(targets("asOf=2025-06-30&unit=" + code("D1")))).isEqualTo("2 of 2, 100");
        assertThat(figures(targets("asOf=2025-06-30&unit=" + code("D2")))).isEqualTo("2 of 3, 66.7");
        assertThat(rate("asOf=2025-06-30")).isEqualTo("80");
        assertThat(rate("asOf=2025-06-30&unit=" + code("D2"))).isEqualTo("66.7");
        assertThat(rate("asOf=2025-06-30&unit=" + code("S1")))
                .as("nobody should there")
                .isEmpty();
        assertThat(rate("asOf=2025-06-30&field=KT"))
                .as("a part of the programme")
                .isEmpty();
    }

    @Test
    void aNumberThatWasTypedIsCheckedAgainstThoseThatShould() {
        for (var claimed : List.of("5 match 0", "7 mismatch 2")) {
            var programme = Reporting.newCode();
            REPORTING.programme(
                    programme,
                    code("TM"),
                    Integer.parseInt(claimed.substring(0, 1)),
                    "{\"kind\":\"COMMUNE\",\"under\":\"%s\"}".formatted(code("TM")));
            var answer = REPORTING
                    .get("/api/v1/targets?asOf=2025-06-30&programme=" + programme)
                    .is(200)
                    .json();
            assertThat(answer.path("rate").decimalValue())
                    .as("of those that should")
                    .isEqualByComparingTo("0");
            assertThat(answer.at("/claimed/units").asInt() + " "
                            + answer.at("/claimed/verdict").asString() + " "
                            + answer.at("/claimed/difference").asInt())
                    .isEqualTo(claimed);
        }
        assertThat(REPORTING.count("measure=units-expected&asOf=2025-06-30&programme=" + PROGRAMME))
                .isEqualTo(5);
        assertThat(REPORTING.count(
                        "measure=units-expected&asOf=2025-06-30&programme=" + PROGRAMME + "&unit=" + code("D2")))
                .isEqualTo(3);
    }

    @Test
    void inDecemberTheNewCommunes() {
        for (var view : List.of("cutoff", "then", "now")) {
            var december = targets("asOf=2025-12-31&organisation=" + view);
            assertThat(figures(december)).as(view).isEqualTo("4 of 5, 80");
            assertThat(names(december, "missing")).as(view).containsExactly("C5");
        }
        var merged = targets("asOf=2025-12-31&organisation=cutoff&unit=" + code("C1"));
        assertThat(figures(merged)).isEqualTo("1 of 1, 100");
        assertThat(merged.path("countedFor").asString()).isEqualTo(code("N1"));
    }

    @Test
    void whoIsExemptIsNotMissing() {
        var february = targets("asOf=2025-02-28");
        assertThat(figures(february)).isEqualTo("4 of 4, 100");
        assertThat(names(february, "exempt")).containsExactly("C5");
        assertThat(february.at("/exempt/0/reason").asString()).isEqualTo("Khắc phục thiên tai");
    }

    @Test
    void beforeTheProgrammeAndBeforeAnythingWasKnown() {
        assertThat(figures(targets("asOf=2024-12-31"))).isEqualTo("0 of 0, ");
        assertThat(figures(targets("asOf=2025-06-30&asKnown=2000-01-01")))
                .as("neither units nor registrations were known")
                .isEqualTo("0 of 0, ");
    }

    @Test
    void theMissingComeInPages() {
        var first = targets("asOf=2025-01-01&limit=2");
        assertThat(names(first, "missing")).containsExactly("C1", "C2");
        var second =
                targets("asOf=2025-01-01&limit=2&cursor=" + first.path("next").asString());
        assertThat(names(second, "missing")).containsExactly("C3", "C4");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void theTableSaysAtEveryRowHowManyShould() {
        var rows = REPORTING
                .get("/api/v1/summary?asOf=2025-06-30&programme=" + PROGRAMME)
                .is(200)
                .json()
                .path("rows");
        assertThat(rows.valueStream()
                        .map(row -> plain(row.path("unit").asString()) + " "
                                + row.path("expectedRegistering").asInt() + "/"
                                + row.path("unitsExpected").asInt()))
                .containsExactly("TM 4/5", "D1 2/2", "C1 1/1", "C2 1/1", "D2 2/3", "C3 1/1", "C4 1/1", "S1 0/0");
    }

    @Test
    void atEveryUnitOnAnyDayTheFiguresAddUp() {
        var random = new Random(7);
        for (var i = 0; i < 40; i++) {
            var unit = List.of("TM", "D1", "D2", "C1", "C3", "C5", "N1", "N3", "S1")
                    .get(random.nextInt(9));
            var day = LocalDate.parse("2024-12-20").plusDays(random.nextInt(400));
            var view = List.of("then", "cutoff", "now").get(random.nextInt(3));
            var answer = targets("asOf=" + day + "&organisation=" + view + "&unit=" + code(unit));
            assertThat(answer.path("registered").asInt()
                            + answer.path("missing").size())
                    .as(unit + " on " + day + " in " + view)
                    .isEqualTo(answer.path("should").asInt());
        }
    }

    @Test
    void whereNobodyHasSaidWhoShouldThereIsNoRate() {
        var without = REPORTING.newProgramme();
        var answer =
                REPORTING.get("/api/v1/targets?programme=" + without).is(200).json();
        assertThat(answer.has("should")).isFalse();
        assertThat(answer.has("rate")).isFalse();
        assertThat(answer.path("missing")).isEmpty();
    }

    @Test
    void whatIsNotKnownIsSaid() {
        REPORTING.get("/api/v1/targets?programme=NOBODY").is(404, "not-found");
        REPORTING.get("/api/v1/targets?unit=NOBODY&programme=" + PROGRAMME).is(404, "not-found");
        REPORTING.get("/api/v1/targets?limit=501&programme=" + PROGRAMME).is(400, "malformed-limit");
        REPORTING
                .get("/api/v1/targets?organisation=later&programme=" + PROGRAMME)
                .is(400, "unknown-word");
    }

    private static JsonNode targets(String question) {
        return REPORTING
                .get("/api/v1/targets?programme=" + PROGRAMME + "&" + question)
                .is(200)
                .json();
    }

    private static String figures(JsonNode answer) {
        return "%d of %d, %s"
                .formatted(
                        answer.path("registered").asInt(), answer.path("should").asInt(), plainly(answer.path("rate")));
    }

    private static String rate(String question) {
        return plainly(REPORTING
                .get("/api/v1/counts?measure=registration-rate&programme=" + PROGRAMME + "&" + question)
                .is(200)
                .json()
                .path("total"));
    }

    private static String plainly(JsonNode number) {
        return number.isNumber() ? number.decimalValue().stripTrailingZeros().toPlainString() : "";
    }

    private static List<String> names(JsonNode answer, String list) {
        return answer.path(list)
                .valueStream()
                .map(one -> plain(one.path("unit").asString()))
                .toList();
    }

    private static String paper(String type, String unit, String successor) {
        return """
                [{"id":"s-1","sequence":1,"type":"%s","units":["%s"],"successors":["%s"],"effective":"%s","decision":null,"basis":null}]""".formatted(type, code(unit), code(successor), REFORM);
    }

    private static String code(String unit) {
        return PROVINCE + "-" + unit;
    }

    private static String plain(String code) {
        return code.replace(PROVINCE + "-", "");
    }
}
