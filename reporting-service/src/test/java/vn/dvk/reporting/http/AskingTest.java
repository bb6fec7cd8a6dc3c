package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;

/** Counts, names, cards and the table, of models that came in through the topics. */
class AskingTest {

    private final Reporting reporting = Reporting.shared();

    @Test
    void countsAndNamesGoByTheSameFilter() {
        var programme = reporting.newProgramme();
        var one = reporting
                .newModel(programme, programme + "-1")
                .submitted("2024-02-01")
                .registered("2024-03-01");
        var two = reporting
                .newModel(programme, programme + "-2")
                .with("field", "VHXH")
                .with("subject", "INDIVIDUAL")
                .registered("2024-04-01");
        reporting.publish(one);
        reporting.publish(two);
        reporting.await("measure=registered&programme=" + programme, 2);

        assertThat(reporting.count("measure=registered&programme=" + programme + "&unit=" + programme + "-1"))
                .isEqualTo(1);
        assertThat(reporting.count("measure=registered&programme=" + programme + "&unit=" + programme))
                .as("the whole subtree")
                .isEqualTo(2);
        assertThat(reporting.count("measure=registered&programme=" + programme + "&asOf=2024-03-31"))
                .isEqualTo(1);
        assertThat(reporting.count("measure=registered&programme=" + programme + "&from=2024-03-31"))
                .isEqualTo(1);
        assertThat(reporting.count("measure=units-registering&programme=" + programme))
                .isEqualTo(2);
        assertThat(reporting.count("measure=registered&programme=" + programme + "&model=" + encoded(name(one.id()))))
                .as("a model by its name")
                .isEqualTo(1);
        var groups = reporting
                .get("/api/v1/counts?measure=registered&by=field,subject&programme=" + programme)
                .is(200)
                .json()
                .path("groups");
        assertThat(groups.toString())
                .isEqualTo("[{\"key\":{\"field\":\"KT\",\"subject\":\"COLLECTIVE\"},\"count\":1},"
                        + "{\"key\":{\"field\":\"VHXH\",\"subject\":\"INDIVIDUAL\"},\"count\":1}]");
        var facts = reporting
                .get("/api/v1/facts?measure=registered&limit=1&programme=" + programme)
                .is(200)
                .json();
        assertThat(facts.path("total").asInt()).isEqualTo(2);
        assertThat(facts.at("/items/0/model").asString()).isEqualTo(one.id());
        assertThat(facts.at("/items/0/unitName").asString()).isEqualTo("Đơn vị " + programme + "-1");
        var next = reporting
                .get("/api/v1/facts?measure=registered&limit=1&programme=" + programme + "&cursor="
                        + facts.path("next").asString())
                .is(200)
                .json();
        assertThat(next.at("/items/0/model").asString()).isEqualTo(two.id());
        assertThat(next.has("next")).isFalse();
    }

    @Test
    void aRevocationChangesNoAnswerAboutTheDaysBeforeIt() {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .recognized("r-" + programme, "DISTRICT", "2024-06-01");
        reporting.publish(model);
        var known = reporting.watermark();
        reporting.publishSince(2, model.recognitionRevoked("r-" + programme, "2024-09-15"));
        reporting.await("measure=in-force&asOf=2024-09-15&programme=" + programme, 0);

        assertThat(reporting.count("measure=in-force&asOf=2024-09-14&programme=" + programme))
                .isEqualTo(1);
        assertThat(reporting.count("measure=in-force&asOf=2024-09-15&programme=" + programme + "&asKnown=" + known))
                .as("nobody knew that it would be")
                .isEqualTo(1);
        assertThat(reporting.count("measure=recognitions&programme=" + programme))
                .isEqualTo(1);
        assertThat(reporting.count("measure=recognized&asOf=2024-06-30&programme=" + programme))
                .isEqualTo(1);
        reporting
                .get("/api/v1/counts?measure=in-force&from=2024-01-01&programme=" + programme)
                .is(400, "from-of-a-stock");
    }

    @Test
    void aModelsGoalsSayHowFarItHasComeAsOfADayAndAsKnown() {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-01-25", List.of(Model.goal("G1", "12.5", "60.5")))
                .reported("2024-03-05", "2024-02-01", "2024-02-29", "G1", "38.5");
        reporting.publish(model);
        var first = reporting.watermark();
        reporting.publishSince(2, model.reported("2024-05-05", "2024-04-01", "2024-04-30", "G1", "51"));
        reporting.await("measure=reported&programme=" + programme, 2);
        var address = "/api/v1/cards/" + model.id() + "/goals";

        var known = reporting.get(address).is(200).json();
        assertThat(known.path("asOf").asString()).as("the programme's cut-off").isEqualTo("2024-06-30");
        assertThat(known.at("/goals/0").toString())
                .isEqualTo("{\"id\":\"G1\",\"measure\":\"hộ\",\"baseline\":12.5,\"baselineAssumed\":false,"
                        + "\"target\":60.5,\"direction\":\"UP\",\"values\":["
                        + "{\"on\":\"2024-03-05\",\"from\":\"2024-02-01\",\"to\":\"2024-02-29\",\"value\":38.5,"
                        + "\"baseline\":12.5,\"target\":60.5,\"percent\":54},"
                        + "{\"on\":\"2024-05-05\",\"from\":\"2024-04-01\",\"to\":\"2024-04-30\",\"value\":51,"
                        + "\"baseline\":12.5,\"target\":60.5,\"percent\":80}],\"percent\":80}");
        assertThat(percent(address + "?asOf=2024-05-04")).isEqualTo("54");
        assertThat(percent(address + "?asKnown=" + first)).isEqualTo("54");
        reporting.get("/api/v1/cards/none/goals").is(404, "not-found");
        reporting.get(address + "?asOf=soon").is(400, "malformed-date");
    }

    private String percent(String address) {
        return reporting.get(address).is(200).json().at("/goals/0/percent").asString();
    }

    @Test
    void whatHasChangedSinceATableWasPrintedIsListed() {
        var programme = reporting.newProgramme();
        var corrected = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        reporting.publish(corrected);
        var printed = reporting.watermark();
        reporting.publishSince(1, corrected.with("field", "VHXH").corrected("2024-07-01", "field"));
        reporting.publish(reporting.newModel(programme, programme + "-2").registered("2024-08-01"));
        var question = "measure=registered&asOf=2024-06-30&programme=" + programme;
        reporting.await(question + "&field=VHXH", 1);
        reporting.await("measure=registered&asOf=2024-12-31&programme=" + programme, 2);

        var changes = reporting
                .get("/api/v1/changes?" + question + "&since=" + printed)
                .is(200)
                .json();

        assertThat(changes.path("items")).hasSize(1);
        assertThat(changes.at("/items/0/change").asString()).isEqualTo("corrected");
        assertThat(changes.at("/items/0/model").asString()).isEqualTo(corrected.id());
        assertThat(changes.at("/items/0/fields").toString())
                .isEqualTo("[{\"field\":\"field\",\"from\":\"KT\",\"to\":\"VHXH\"}]");
        assertThat(changes.path("complete").asBoolean()).isTrue();
        reporting.get("/api/v1/changes?" + question).is(400, "missing-parameter");
    }

    /** The table by units as it was printed, before a split and a merger were told that had happened long before. */
    @Test
    void whatPapersAboutUnitsThatCameLateChangeIsListedInEachView() {
        var programme = reporting.newProgramme();
        var parts = List.of(programme + "-1A", programme + "-1B");
        parts.forEach(part -> reporting.unit(part, programme, null));
        var split = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        var other = reporting.newModel(programme, programme + "-2").registered("2024-03-02");
        reporting.publish(split);
        reporting.publish(other);
        var printed = reporting.watermark();
        reporting.unit(programme + "-1", programme, """
                [{"type":"SPLIT","units":["%s-1"],"successors":["%s","%s"],"effective":"2024-05-01","decision":null,"basis":null}]
                """.formatted(programme, parts.getFirst(), parts.getLast()));
        reporting.publishSince(1, other.with("field", "VHXH").corrected("2024-06-01", "field"));
        var told = reporting.watermark();
        var question = "measure=registered&asOf=2024-06-30&programme=" + programme + "&since=" + printed;

        assertThat(changes(question + "&organisation=then"))
                .containsExactly("corrected " + other.id() + " field KT VHXH");
        for (var view : List.of("cutoff", "now")) {
            var asked = question + "&organisation=" + view;
            assertThat(changes(asked))
                    .as(view)
                    .containsExactlyInAnyOrder(
                            "corrected " + other.id() + " field KT VHXH",
                            "moved " + split.id() + " counted " + programme + "-1 unattributable");
            assertThat(changes(asked + "&unit=" + programme))
                    .as("it stays below the province")
                    .hasSize(2);
        }
        reporting.publishSince(1, split.transferred(parts.getFirst(), "2024-05-10"));
        reporting.await("measure=registered&organisation=now&unit=" + parts.getFirst() + "&programme=" + programme, 1);

        var assigned = question.replace(printed, told) + "&organisation=now";
        assertThat(changes(assigned))
                .containsExactly("moved " + split.id() + " counted unattributable " + parts.getFirst());
        assertThat(changes(assigned + "&unit=" + parts.getFirst())).containsExactly("come " + split.id());
        assertThat(changes(assigned + "&unit=unattributable")).containsExactly("gone " + split.id());
        assertThat(changes(assigned + "&unit=" + programme + "-2")).isEmpty();
        assertThat(changes(assigned.replace("=now", "=then"))).isEmpty();
        assertThat(changes(question + "&organisation=now&unit=" + parts.getFirst()))
                .containsExactly("come " + split.id());
    }

    private List<String> changes(String question) {
        return reporting
                .get("/api/v1/changes?" + question)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("change").asString() + " "
                        + item.path("model").asString()
                        + item.path("fields")
                                .valueStream()
                                .map(field -> " " + field.path("field").asString() + " "
                                        + field.path("from").asString("null") + " "
                                        + field.path("to").asString("null"))
                                .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void everyMeasureSaysHowItIsCounted() {
        var measures = reporting.get("/api/v1/measures").is(200).json().path("items");

        assertThat(measures.valueStream()
                        .filter(one -> one.path("time").asString().equals("stock"))
                        .map(one -> one.path("measure").asString()))
                .containsExactly(
                        "in-progress",
                        "closed",
                        "effective",
                        "steps-done",
                        "in-force",
                        "held",
                        "applying",
                        "applying-sources",
                        "takes-part",
                        "incomplete",
                        "lacking");
        assertThat(measures.valueStream().map(one -> one.path("counts").asString()))
                .hasSizeGreaterThan(20)
                .noneMatch(String::isBlank);
    }

    @Test
    void asNowWhatAnEndedUnitDidCountsForItsSuccessor() {
        var programme = reporting.newProgramme();
        reporting.unit(programme + "-NEW", null, null);
        reporting.unit(programme, null, """
                [{"id":"s-1","sequence":1,"type":"MERGED","units":["%s"],"successors":["%s-NEW"],"effective":"2025-07-01","decision":null,"basis":null}]
                """.formatted(programme, programme));
        reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + programme, 1);

        var asked = "measure=registered&programme=" + programme + "&unit=" + programme + "-NEW";
        assertThat(reporting.count(asked)).isZero();
        reporting.await(asked + "&organisation=now", 1);
        assertThat(reporting
                        .get("/api/v1/counts?organisation=now&measure=registered&programme=" + programme + "&unit="
                                + programme)
                        .is(200)
                        .json()
                        .path("countedFor")
                        .asString())
                .as("the answer says whose it is")
                .isEqualTo(programme + "-NEW");
        var now = reporting
                .get("/api/v1/summary?organisation=now&programme=" + programme)
                .is(200)
                .json();
        assertThat(now.at("/rows/0/unit").asString()).isEqualTo(programme + "-NEW");
        assertThat(now.at("/rows/0/registered/total").asInt()).isEqualTo(1);
    }

    @Test
    void whatASplitUnitDidIsARowOfItsOwnUntilSomebodyAssignsIt() {
        var programme = reporting.newProgramme();
        var parts = List.of(programme + "-1A", programme + "-1B");
        parts.forEach(part -> reporting.unit(part, programme, null));
        reporting.unit(programme + "-1", programme, """
                [{"id":"s-1","sequence":1,"type":"SPLIT","units":["%s-1"],"successors":["%s","%s"],"effective":"2024-05-01","decision":null,"basis":null}]
                """.formatted(programme, parts.getFirst(), parts.getLast()));
        var split = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        reporting.publish(split);
        reporting.publish(reporting.newModel(programme, programme + "-2").registered("2024-03-01"));
        var asked = "measure=registered&programme=" + programme;
        reporting.await(asked, 2);

        for (var view : List.of("cutoff", "now")) {
            assertThat(reporting
                            .get("/api/v1/counts?by=unit&organisation=" + view + "&" + asked)
                            .is(200)
                            .json()
                            .path("groups")
                            .toString())
                    .isEqualTo(
                            "[{\"key\":{\"unit\":\"%s-2\"},\"count\":1},{\"key\":{\"unit\":\"unattributable\"},\"count\":1}]"
                                    .formatted(programme));
            assertThat(reporting.count(asked + "&organisation=" + view + "&unit=" + programme))
                    .isEqualTo(2);
            assertThat(reporting.count(asked + "&organisation=" + view + "&unit=" + parts.getFirst()))
                    .isZero();
            var table = reporting
                    .get("/api/v1/summary?organisation=" + view + "&programme=" + programme)
                    .is(200)
                    .json();
            assertThat(table.path("rows")
                            .valueStream()
                            .map(row -> row.path("unit").asString() + " "
                                    + row.at("/registered/total").asInt()))
                    .containsExactly(programme + " 2", programme + "-2 1", "unattributable 1");
            assertThat(table.path("identities"))
                    .allMatch(one -> one.path("holds").asBoolean());
        }
        assertThat(reporting.count(asked + "&unit=" + programme + "-1")).isEqualTo(1);

        reporting.publish(split.transferred(parts.getFirst(), "2024-05-10"));

        reporting.await(asked + "&organisation=now&unit=" + parts.getFirst(), 1);
        assertThat(reporting.count(asked + "&organisation=now&unit=" + parts.getLast()))
                .isZero();
        assertThat(reporting.count(asked + "&unit=" + programme + "-1"))
                .as("as then it stays where it was registered")
                .isEqualTo(1);
        assertThat(reporting
                        .get("/api/v1/counts?by=unit&organisation=now&" + asked)
                        .is(200)
                        .json()
                        .path("groups")
                        .toString())
                .isEqualTo("[{\"key\":{\"unit\":\"%1$s-1A\"},\"count\":1},{\"key\":{\"unit\":\"%1$s-2\"},\"count\":1}]"
                        .formatted(programme));
    }

    @Test
    void theTableAddsUpAtEveryNode() {
        var programme = reporting.newProgramme();
        reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-03-01"));
        reporting.publish(reporting
                .newModel(programme, programme + "-1")
                .with("subject", "INDIVIDUAL")
                .registered("2024-03-01"));
        reporting.publish(reporting
                .newModel(programme, programme + "-2")
                .with("field", "QPAN")
                .registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + programme, 3);

        var table =
                reporting.get("/api/v1/summary?programme=" + programme).is(200).json();

        assertThat(table.path("rows")
                        .valueStream()
                        .map(row -> row.path("unit").asString() + " "
                                + row.path("depth").asInt() + " "
                                + row.at("/registered/total").asInt()))
                .containsExactly(programme + " 0 3", programme + "-1 1 2", programme + "-2 1 1");
        assertThat(table.at("/rows/1/byField/KT/individual").asInt()).isEqualTo(1);
        assertThat(table.path("identities"))
                .hasSize(12)
                .allMatch(one -> one.path("holds").asBoolean());
    }

    @Test
    void aFieldTheProgrammeDoesNotHaveShowsAsADifference() {
        var programme = reporting.newProgramme();
        reporting.publish(reporting
                .newModel(programme, programme + "-1")
                .with("field", "LẠ")
                .registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + programme, 1);

        var identities = reporting
                .get("/api/v1/summary?programme=" + programme)
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
    void aNumberSomebodyTypedGivesNoRateAndIsAClaim() {
        var without = reporting.newProgramme();
        reporting.publish(reporting.newModel(without, without + "-1").registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + without, 1);
        var with = reporting.newProgramme(without, 4);
        reporting.publish(reporting.newModel(with, without + "-1").registered("2024-03-01"));
        reporting.await("measure=registered&programme=" + with, 1);

        for (var measure : List.of("registration-rate", "units-expected")) {
            for (var question : List.of(without, with, with + "&unit=" + without, with + "&unit=" + without + "-1")) {
                assertThat(reporting
                                .get("/api/v1/counts?measure=" + measure + "&programme=" + question)
                                .is(200)
                                .json()
                                .has("total"))
                        .as(measure + " of " + question)
                        .isFalse();
            }
        }
        var targets = reporting.get("/api/v1/targets?programme=" + with).is(200).json();
        assertThat(targets.has("rate")).isFalse();
        assertThat(targets.path("claimed").toString()).isEqualTo("{\"units\":4,\"verdict\":\"not-checkable\"}");
        assertThat(reporting
                        .get("/api/v1/targets?programme=" + with + "&unit=" + without + "-1")
                        .json()
                        .has("claimed"))
                .as("it was said of the whole programme")
                .isFalse();
        var rows = reporting.get("/api/v1/summary?programme=" + with).is(200).json();
        assertThat(rows.path("rows").valueStream()).noneMatch(row -> row.has("unitsExpected"));
    }

    @Test
    void aCardTellsTheWholeLife() {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .opened("2024-03-01")
                .recognized("c-" + programme, "GRASSROOTS", "2024-06-01");
        reporting.publish(model);
        reporting.await("measure=recognized&programme=" + programme, 1);
        reporting.await("measure=in-progress&programme=" + programme, 1);

        var card = reporting.get("/api/v1/cards/" + model.id()).is(200).json();
        assertThat(card.at("/summary/stage").asString()).isEqualTo("RECOGNIZED");
        assertThat(card.at("/summary/step").asString()).isEqualTo("CARRY_OUT");
        assertThat(card.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("on").asString()))
                .containsExactly("2024-03-01", "2024-03-01", "2024-06-01");
        assertThat(card.at("/timeline/0/body/place").asString()).isNotEmpty();
        var list = reporting
                .get("/api/v1/cards?stage=RECOGNIZED&programme=" + programme + "&unit=" + programme)
                .is(200)
                .json();
        assertThat(list.path("items")).hasSize(1);
        reporting.get("/api/v1/cards/unknown").is(404, "not-found");
    }

    private String name(String model) {
        return reporting
                .get("/api/v1/cards/" + model)
                .is(200)
                .json()
                .at("/summary/name")
                .asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
