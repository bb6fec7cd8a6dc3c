package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.running.RunningService;

/** Counts, names, cards and the table, of models that came in through the topics. */
class AskingTest extends RunningService {

    @Test
    void countsAndNamesGoByTheSameFilter() {
        var programme = newProgramme();
        var one = newModel(programme, programme + "-1").submitted("2024-02-01").registered("2024-03-01");
        var two = newModel(programme, programme + "-2")
                .with("field", "VHXH")
                .with("subject", "INDIVIDUAL")
                .registered("2024-04-01");
        publish(one);
        publish(two);
        await("measure=registered&programme=" + programme, 2);

        assertThat(count("measure=registered&programme=" + programme + "&unit=" + programme + "-1"))
                .isEqualTo(1);
        assertThat(count("measure=registered&programme=" + programme + "&unit=" + programme))
                .as("the whole subtree")
                .isEqualTo(2);
        assertThat(count("measure=registered&programme=" + programme + "&asOf=2024-03-31"))
                .isEqualTo(1);
        assertThat(count("measure=registered&programme=" + programme + "&from=2024-03-31"))
                .isEqualTo(1);
        assertThat(count("measure=units-registering&programme=" + programme)).isEqualTo(2);
        assertThat(count("measure=registered&programme=" + programme + "&model=" + encoded(name(one.id()))))
                .as("a model by its name")
                .isEqualTo(1);
        var groups = api.get("/api/v1/counts?measure=registered&by=field,subject&programme=" + programme, "VIEWER")
                .is(200)
                .json()
                .path("groups");
        assertThat(groups.toString())
                .isEqualTo("[{\"key\":{\"field\":\"KT\",\"subject\":\"COLLECTIVE\"},\"count\":1},"
                        + "{\"key\":{\"field\":\"VHXH\",\"subject\":\"INDIVIDUAL\"},\"count\":1}]");
        var facts = api.get("/api/v1/facts?measure=registered&limit=1&programme=" + programme, "VIEWER")
                .is(200)
                .json();
        assertThat(facts.path("total").asInt()).isEqualTo(2);
        assertThat(facts.at("/items/0/model").asString()).isEqualTo(one.id());
        assertThat(facts.at("/items/0/unitName").asString()).isEqualTo("Đơn vị " + programme + "-1");
        var next = api.get(
                        "/api/v1/facts?measure=registered&limit=1&programme=" + programme + "&cursor="
                                + facts.path("next").asString(),
                        "VIEWER")
                .is(200)
                .json();
        assertThat(next.at("/items/0/model").asString()).isEqualTo(two.id());
        assertThat(next.has("next")).isFalse();
    }

    @Test
    void aRevokedRecognitionNoLongerCountsButWasCountedAsKnownBefore() {
        var programme = newProgramme();
        var model = newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .recognized("r-" + programme, "DISTRICT", "2024-06-01");
        var recorded = model.now();
        publish(model.recognitionRevoked("r-" + programme, "2024-06-20"));
        await("measure=registered&programme=" + programme, 1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(count(
                                "measure=recognized&asKnown=" + recorded.minusMillis(1) + "&programme=" + programme))
                        .isEqualTo(1));
        await("measure=recognized&programme=" + programme, 0);
    }

    @Test
    void asNowWhatAnEndedUnitDidCountsForItsSuccessor() {
        var programme = newProgramme();
        unit(programme + "-NEW", null, null);
        unit(programme, null, """
                [{"type":"MERGED","units":["%s"],"successors":["%s-NEW"],"effective":"2025-07-01","decision":null,"basis":null}]
                """.formatted(programme, programme));
        publish(newModel(programme, programme + "-1").registered("2024-03-01"));
        await("measure=registered&programme=" + programme, 1);

        var asked = "measure=registered&programme=" + programme + "&unit=" + programme + "-NEW";
        assertThat(count(asked)).isZero();
        await(asked + "&organisation=now", 1);
        var now = api.get("/api/v1/summary?organisation=now&programme=" + programme, "VIEWER")
                .is(200)
                .json();
        assertThat(now.at("/rows/0/unit").asString()).isEqualTo(programme + "-NEW");
        assertThat(now.at("/rows/0/registered/total").asInt()).isEqualTo(1);
    }

    @Test
    void theTableAddsUpAtEveryNode() {
        var programme = newProgramme();
        publish(newModel(programme, programme + "-1").registered("2024-03-01"));
        publish(newModel(programme, programme + "-1")
                .with("subject", "INDIVIDUAL")
                .registered("2024-03-01"));
        publish(newModel(programme, programme + "-2").with("field", "QPAN").registered("2024-03-01"));
        await("measure=registered&programme=" + programme, 3);

        var table = api.get("/api/v1/summary?programme=" + programme, "VIEWER")
                .is(200)
                .json();

        assertThat(table.path("rows")
                        .valueStream()
                        .map(row -> row.path("unit").asString() + " "
                                + row.path("depth").asInt() + " "
                                + row.at("/registered/total").asInt()))
                .containsExactly(programme + " 0 3", programme + "-1 1 2", programme + "-2 1 1");
        assertThat(table.at("/rows/1/byField/KT/individual").asInt()).isEqualTo(1);
        assertThat(table.path("identities"))
                .hasSize(9)
                .allMatch(one -> one.path("holds").asBoolean());
    }

    @Test
    void aFieldTheProgrammeDoesNotHaveShowsAsADifference() {
        var programme = newProgramme();
        publish(newModel(programme, programme + "-1").with("field", "LẠ").registered("2024-03-01"));
        await("measure=registered&programme=" + programme, 1);

        var identities = api.get("/api/v1/summary?programme=" + programme, "VIEWER")
                .is(200)
                .json()
                .path("identities");

        var fields = identities
                .valueStream()
                .filter(one -> one.path("id").asString().equals("fields:" + programme))
                .findFirst()
                .orElseThrow();
        assertThat(fields.path("holds").asBoolean()).isFalse();
        assertThat(fields.path("difference").asInt()).isEqualTo(1);
    }

    @Test
    void theRateNeedsADenominator() {
        var without = newProgramme();
        publish(newModel(without, without + "-1").registered("2024-03-01"));
        await("measure=registered&programme=" + without, 1);
        var with = newProgramme(without, 4);
        publish(newModel(with, without + "-1").registered("2024-03-01"));
        await("measure=registered&programme=" + with, 1);

        assertThat(api.get("/api/v1/counts?measure=registration-rate&programme=" + without, "VIEWER")
                        .is(200)
                        .json()
                        .has("total"))
                .isFalse();
        assertThat(api.get("/api/v1/counts?measure=registration-rate&programme=" + with, "VIEWER")
                        .is(200)
                        .json()
                        .path("total")
                        .decimalValue())
                .isEqualByComparingTo("25");
    }

    @Test
    void aCardTellsTheWholeLife() {
        var programme = newProgramme();
        var model = newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .opened("2024-03-01")
                .recognized("c-" + programme, "GRASSROOTS", "2024-06-01");
        publish(model);
        await("measure=recognized&programme=" + programme, 1);
        await("measure=in-progress&programme=" + programme, 1);

        var card = api.get("/api/v1/cards/" + model.id(), "VIEWER").is(200).json();
        assertThat(card.at("/summary/stage").asString()).isEqualTo("RECOGNIZED");
        assertThat(card.at("/summary/step").asString()).isEqualTo("CARRY_OUT");
        assertThat(card.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("on").asString()))
                .containsExactly("2024-03-01", "2024-03-01", "2024-06-01");
        assertThat(card.at("/timeline/0/body/place").asString()).isNotEmpty();
        var list = api.get("/api/v1/cards?stage=RECOGNIZED&programme=" + programme + "&unit=" + programme, "VIEWER")
                .is(200)
                .json();
        assertThat(list.path("items")).hasSize(1);
        api.get("/api/v1/cards/unknown", "VIEWER").is(404, "not-found");
    }

    private String name(String model) {
        return api.get("/api/v1/cards/" + model, "VIEWER")
                .is(200)
                .json()
                .at("/summary/name")
                .asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
