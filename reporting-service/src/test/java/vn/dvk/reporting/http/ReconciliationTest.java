package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.dvk.reporting.running.Reporting;

/** Published figures against models that came in through the topics. */
class ReconciliationTest {

    private final Reporting reporting = Reporting.shared();

    private static final String ADDRESS = "/api/v1/reconciliations";

    /** 12 registered, 8 of them collectives; 3 recognized, 2 of them awarded. */
    private String twelve() {
        var programme = reporting.newProgramme();
        for (var i = 0; i < 12; i++) {
            var model = reporting
                    .newModel(programme, programme + (i % 2 == 0 ? "-1" : "-2"))
                    .with("subject", i < 8 ? "COLLECTIVE" : "INDIVIDUAL")
                    .registered("2024-03-%02d".formatted(i + 1));
            if (i < 3) {
                model.recognized("r" + i + programme, "DISTRICT", "2024-06-01");
            }
            if (i < 2) {
                model.awarded("a" + i + programme, "GIAY_KHEN", "2024-06-02");
            }
            reporting.publish(model);
        }
        reporting.await("measure=registered&programme=" + programme, 12);
        reporting.await("measure=recognized&programme=" + programme, 3);
        reporting.await("measure=awarded&programme=" + programme, 2);
        return programme;
    }

    private JsonNode figure(String programme, String value, String counts) {
        return figure(programme, value, counts, "\"text\":\"…\"");
    }

    /** @param more members of the figure */
    private JsonNode figure(String programme, String value, String counts, String more) {
        return reporting
                .as("VIEWER")
                .language("en")
                .post(ADDRESS, """
                        {"programme":"%s","published":[{"id":"F","value":%s,"counts":{%s},%s}]}
                        """.formatted(programme, value, counts, more))
                .is(200)
                .json()
                .at("/figures/0");
    }

    @Test
    void aFigureMatchesOrSaysByHowMuchItDoesNot() {
        var programme = twelve();

        var match = figure(programme, "12", "\"measure\":\"registered\"");
        assertThat(match.path("verdict").asString()).isEqualTo("match");
        assertThat(match.path("difference").asInt()).isZero();
        assertThat(reporting
                        .get(match.path("names").asString())
                        .is(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(12);

        var less = figure(programme, "7", "\"measure\":\"registered\",\"subject\":\"COLLECTIVE\"");
        assertThat(less.path("verdict").asString()).isEqualTo("mismatch");
        assertThat(less.path("counted").asInt()).isEqualTo(8);
        assertThat(less.path("difference").asInt()).isEqualTo(-1);
        assertThat(less.has("cause")).isFalse();
    }

    @Test
    void likelyCausesAreNamed() {
        var programme = twelve();
        var other = reporting.newProgramme(programme, null);
        reporting.publish(reporting.newModel(other, programme + "-1").registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + other, 1);

        assertThat(figure(programme, "21", "\"measure\":\"registered\"")
                        .at("/cause/code")
                        .asString())
                .isEqualTo("swapped-digits");
        assertThat(figure(programme, "13", "\"measure\":\"registered\"")
                        .at("/cause/code")
                        .asString())
                .isEqualTo("other-programmes");
        assertThat(figure(programme, "12", "\"measure\":\"registered\",\"from\":\"2024-03-05\"")
                        .at("/cause/code")
                        .asString())
                .isEqualTo("stock-and-flow");
        var honours = figure(programme, "2", "\"measure\":\"recognized\"");
        assertThat(honours.at("/cause/code").asString()).isEqualTo("recognized-and-awarded");
        assertThat(honours.at("/cause/text").asString()).startsWith("Recognition and commendation");
    }

    @Test
    void moreThanIsThatManyOrMore() {
        var programme = twelve();

        assertThat(verdict(atLeast(programme, "11"))).isEqualTo("match 12 -1");
        assertThat(verdict(atLeast(programme, "12"))).isEqualTo("match 12 0");
        assertThat(verdict(atLeast(programme, "13"))).isEqualTo("mismatch 12 1");
        assertThat(atLeast(programme, "11").path("atLeast").asBoolean()).isTrue();
    }

    @Test
    void aFigureMaySayHowManyMoreThereAreThanOfOthers() {
        var programme = twelve();
        var before = "\"comparedWith\":{\"measure\":\"registered\",\"asOf\":\"2024-03-05\"}";

        var more = figure(programme, "7", "\"measure\":\"registered\"", before);
        assertThat(verdict(more)).isEqualTo("match 7 0");
        assertThat(more.at("/comparedWith/counted").asInt()).isEqualTo(5);
        assertThat(reporting
                        .get(more.at("/comparedWith/names").asString())
                        .is(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(5);
        assertThat(verdict(figure(programme, "12", "\"measure\":\"registered\"", before)))
                .isEqualTo("mismatch 7 5");
        assertThat(verdict(figure(programme, "6", "\"measure\":\"registered\"", before + ",\"atLeast\":true")))
                .isEqualTo("match 7 -1");
        assertThat(cause(
                        figure(programme, "7", "\"measure\":\"registered\"", "\"comparedWith\":{\"measure\":\"joy\"}")))
                .isEqualTo("not-checkable unknown-filter");
    }

    private JsonNode atLeast(String programme, String value) {
        return figure(programme, value, "\"measure\":\"registered\"", "\"atLeast\":true");
    }

    /** Verdict, counted, difference. */
    private static String verdict(JsonNode figure) {
        return "%s %d %d"
                .formatted(
                        figure.path("verdict").asString(),
                        figure.path("counted").asInt(),
                        figure.path("difference").asInt());
    }

    @Test
    void whatCannotBeCheckedSaysWhy() {
        var programme = twelve();

        assertThat(cause(figure(programme, "null", "\"measure\":\"registered\"")))
                .isEqualTo("not-checkable no-value");
        assertThat(cause(figure(programme, "80", "\"measure\":\"registration-rate\"")))
                .isEqualTo("not-checkable no-denominator");
        assertThat(cause(figure(programme, "21", "\"measure\":\"units-expected\"")))
                .isEqualTo("not-checkable no-denominator");
        assertThat(cause(figure(programme, "1", "\"measure\":\"happiness\"")))
                .isEqualTo("not-checkable unknown-filter");
        assertThat(cause(figure(programme, "1", "\"measure\":\"registered\",\"colour\":\"red\"")))
                .isEqualTo("not-checkable unknown-filter");
    }

    private static String cause(JsonNode figure) {
        return figure.path("verdict").asString() + " "
                + figure.at("/cause/code").asString();
    }

    @Test
    void figuresMustAddUpAmongThemselves() {
        var programme = reporting.newProgramme();
        var answer = reporting
                .as("OFFICER")
                .post(ADDRESS, """
                        {"programme":"%s",
                         "published":[
                          {"id":"N08","text":"4.494 mô hình","value":4494,"counts":{"measure":"registered"}},
                          {"id":"N11","text":"","value":1212,"counts":{"measure":"registered","field":"KT"}},
                          {"id":"N12","text":"","value":2298,"counts":{"measure":"registered","field":"VHXH"}},
                          {"id":"N13","text":"","value":486,"counts":{"measure":"registered","field":"QPAN"}},
                          {"id":"N14","text":"","value":507,"counts":{"measure":"registered","field":"HTCT"}}],
                         "identities":[
                          {"id":"R02","sum":["N11","N12","N13","N14"],"equals":"N08"},
                          {"id":"R03","sum":["N11"],"atMost":"N08"},
                          {"id":"R04","sum":["N11","X"],"equals":1}]}
                        """.formatted(programme))
                .is(200)
                .json();

        var fails = answer.at("/identities/0");
        assertThat(fails.path("verdict").asString()).isEqualTo("fails");
        assertThat(fails.path("left").asInt()).isEqualTo(4503);
        assertThat(fails.path("right").asInt()).isEqualTo(4494);
        assertThat(fails.path("difference").asInt()).isEqualTo(9);
        assertThat(fails.at("/hint/figure").asString()).isEqualTo("N12");
        assertThat(fails.at("/hint/from").asInt()).isEqualTo(2298);
        assertThat(fails.at("/hint/to").asInt()).isEqualTo(2289);
        assertThat(fails.at("/hint/text").asString()).contains("2.298", "2.289", "N12");
        assertThat(answer.at("/identities/1/verdict").asString()).isEqualTo("holds");
        assertThat(answer.at("/identities/1/relation").asString()).isEqualTo("atMost");
        assertThat(answer.at("/identities/2/verdict").asString()).isEqualTo("not-checkable");
        assertThat(answer.path("asOf").asString()).as("the programme's cut-off").isEqualTo("2024-06-30");
    }

    @ParameterizedTest
    @CsvSource({
        "1e100000000, 400, malformed-field",
        "1e-100000000, 400, malformed-field",
        "1234567890123456, 422, invalid-fields"
    })
    void noFigureIsLongerThanAnybodyPublishes(String value, int status, String code) {
        var programme = reporting.newProgramme();
        reporting.as("VIEWER").post(ADDRESS, """
                        {"programme":"%s","published":[{"id":"F","value":%s,"counts":{"measure":"registered"}}]}
                        """.formatted(programme, value)).is(status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "1e-100000000", "1e400"})
    void anEquationWithABoundOutOfReachCannotBeChecked(String bound) {
        var programme = reporting.newProgramme();
        var equation = reporting
                .as("VIEWER")
                .post(ADDRESS, """
                        {"programme":"%s","published":[{"id":"F","value":12,"counts":{"measure":"registered"}}],
                         "identities":[{"id":"R","sum":["F"],"equals":%s}]}
                        """.formatted(programme, bound))
                .is(200)
                .json()
                .at("/identities/0");
        assertThat(equation.path("verdict").asString()).isIn("not-checkable", "fails");
    }

    @Test
    void badQuestionsAreRefused() {
        reporting
                .as("VIEWER")
                .post(ADDRESS, "{\"programme\":\"NONE\",\"published\":[]}")
                .is(404, "not-found");
        reporting.as("VIEWER").post(ADDRESS, "{\"programme\":\"NONE\"}").is(422, "invalid-fields");
        reporting
                .as("VIEWER")
                .post(ADDRESS, "{\"programme\":\"NONE\",\"published\":[],\"x\":1}")
                .is(400, "unknown-field");
        reporting.as("VIEWER").post(ADDRESS, "{").is(400, "malformed-json");
    }
}
