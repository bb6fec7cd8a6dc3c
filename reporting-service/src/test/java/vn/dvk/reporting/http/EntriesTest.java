package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;

/** Entries that belong together: over the periods, over the programmes, and over the units. */
class EntriesTest {

    private final Reporting reporting = Reporting.shared();

    @Test
    void overALifetimeAChainCountsOnceWhicheverCardCameFirst() {
        var now = reporting.newProgramme();
        var before = reporting.newProgramme(now, null);
        var long2016 = reporting.newProgramme(now, null);
        var first = reporting.newModel(long2016, now + "-1").registered("2016-03-01");
        var second = reporting.newModel(before, now + "-1").continuing(first.id(), "2020-03-01");
        var third = reporting.newModel(now, now + "-2").continuing(second.id(), "2024-03-01");
        var alone = reporting.newModel(now, now + "-2").registered("2024-03-01");
        var models = new java.util.ArrayList<>(List.of(first, second, third, alone));
        Collections.shuffle(models, new Random(Integer.parseInt(now.substring(1, 4), 36)));
        models.forEach(reporting::publish);
        reporting.await("measure=registered&unit=" + now, 4);

        assertThat(reporting.count("measure=lifelong-registered&unit=" + now)).isEqualTo(2);
        assertThat(reporting.count("measure=lifelong-registered&asOf=2016-12-31&unit=" + now))
                .isEqualTo(1);
        assertThat(reporting.count("measure=lifelong-registered&programme=" + now))
                .as("within a programme nothing continues")
                .isEqualTo(2);
        var byUnit = reporting
                .get("/api/v1/counts?measure=lifelong-registered&by=unit&unit=" + now)
                .is(200)
                .json();
        assertThat(byUnit.path("total").asInt()).isEqualTo(2);
        assertThat(byUnit.path("groups").toString())
                .isEqualTo("[{\"key\":{\"unit\":\"%s-1\"},\"count\":1},{\"key\":{\"unit\":\"%s-2\"},\"count\":2}]"
                        .formatted(now, now));
        var card = reporting.get("/api/v1/cards/" + third.id()).is(200).json();
        assertThat(card.at("/lineage/root").asString()).isEqualTo(first.id());
        assertThat(card.at("/summary/continues").asString()).isEqualTo(second.id());
    }

    @Test
    void aChainThatWasPutRightIsAnsweredAsKnown() {
        var programme = reporting.newProgramme();
        var before = reporting.newProgramme(programme, null);
        var first = reporting.newModel(before, programme).registered("2020-03-01");
        var second = reporting.newModel(programme, programme).registered("2024-03-01");
        reporting.publish(first);
        reporting.publish(second);
        var told = reporting.watermark();
        reporting.publishSince(1, second.chainCorrected(first.id(), "2024-09-01"));
        reporting.await("measure=lifelong-registered&unit=" + programme, 1);

        assertThat(reporting.count("measure=lifelong-registered&unit=" + programme + "&asKnown=" + told))
                .isEqualTo(2);
    }

    @Test
    void aForwardedEntryCountsInBothProgrammesAndOnceOverBoth() {
        var above = reporting.newProgramme();
        var own = reporting.newProgramme(above, null);
        var forwarded = reporting
                .newModel(own, above + "-1")
                .registered("2024-03-01")
                .recognized("r-" + above, "DISTRICT", "2024-04-01")
                .forwarded(above, "2024-05-01", "KT", "VHXH");
        reporting.publish(forwarded);
        reporting.publish(reporting.newModel(own, above + "-1").registered("2024-03-02"));
        reporting.publish(reporting.newModel(above, above + "-2").registered("2024-03-03"));
        reporting.await("measure=registered&unit=" + above, 3);
        reporting.await("measure=registered&programme=" + above, 2);

        assertThat(reporting.count("measure=registered&programme=" + own)).isEqualTo(2);
        assertThat(reporting.count("measure=registered&asOf=2024-04-30&programme=" + above))
                .isEqualTo(1);
        assertThat(reporting.count("measure=registered&field=VHXH&programme=" + above))
                .isEqualTo(1);
        assertThat(reporting.count("measure=in-force&programme=" + above)).isEqualTo(1);
        assertThat(reporting.count("measure=units-registering&programme=" + above))
                .isEqualTo(2);
        for (var measure : List.of("registered", "recognized", "in-force", "units-registering")) {
            var counted = reporting
                    .get("/api/v1/counts?by=programme&unit=" + above + "&measure=" + measure)
                    .is(200)
                    .json();
            assertThat(counted.path("total").asInt())
                    .as(measure)
                    .isEqualTo(reporting.count("unit=" + above + "&measure=" + measure));
            assertThat(counted.path("groups").size()).as(measure).isEqualTo(2);
        }
        var listed = reporting
                .get("/api/v1/cards?programme=" + above)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
        assertThat(listed).contains(forwarded.id()).hasSize(2);
        var summary =
                reporting.get("/api/v1/summary?programme=" + above).is(200).json();
        assertThat(summary.toString()).contains("\"holds\":true").doesNotContain("\"holds\":false");
    }

    @Test
    void whatThePapersDoNotTellIsShownAndCounted() {
        var programme = reporting.newProgramme();
        var rough = reporting
                .newModel(programme, programme + "-1")
                .registeredRoughly("2018-12-31", "YEAR", "on", "approval.number");
        reporting.publish(rough);
        reporting.publish(reporting.newModel(programme, programme + "-2").registered("2018-03-01"));
        reporting.await("measure=registered&programme=" + programme, 2);

        assertThat(reporting.count("measure=incomplete&programme=" + programme)).isEqualTo(1);
        assertThat(reporting.count("measure=registered&asOf=2018-12-30&programme=" + programme))
                .as("counted at the end of what is known")
                .isEqualTo(1);
        var card = reporting.get("/api/v1/cards/" + rough.id()).is(200).json();
        assertThat(card.at("/summary/registeredAsKnown").asString()).isEqualTo("2018");
        assertThat(card.at("/summary/incomplete").toString()).isEqualTo("[\"on\",\"approval.number\"]");
        assertThat(card.at("/timeline/0/asKnown").asString()).isEqualTo("2018");
    }

    @Test
    void amountsThatAreMissingAreCountedAndNamedThoseOfTheMovementToo() {
        var programme = reporting.newProgramme();
        reporting.publish(reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .awardLacking("a" + programme, "2024-06-01", "amount", "decision.number"));
        reporting.publish(new Model("award-" + programme, programme, Instant.now())
                .with("unit", programme + "-2")
                .forTheMovement("2024-06-02", "amount"));
        reporting.await("measure=lacking&lacks=amount&programme=" + programme, 2);

        assertThat(reporting.count("measure=incomplete&programme=" + programme))
                .as("models")
                .isEqualTo(1);
        assertThat(reporting
                        .get("/api/v1/counts?measure=lacking&by=lacks&programme=" + programme)
                        .json()
                        .path("groups")
                        .valueStream()
                        .map(group -> group.at("/key/lacks").asString() + " "
                                + group.path("count").asInt()))
                .containsExactly("amount 2", "decision.number 1");
        assertThat(reporting
                        .get("/api/v1/facts?measure=lacking&lacks=amount&programme=" + programme)
                        .json()
                        .at("/items/1/lacks")
                        .asString())
                .isEqualTo("amount");
        reporting.get("/api/v1/counts?measure=lacking&lacks=patience").is(400, "unknown-word");
    }

    @Test
    void whoTakesPartIsCountedAsThatAndSatisfiesNoTarget() {
        var programme = Reporting.newCode();
        reporting.unit(programme, "PROVINCE", null, null, null);
        reporting.unit(programme + "-1", "COMMUNE", programme, null, null);
        reporting.unit(programme + "-2", "COMMUNE", programme, null, null);
        reporting.programme(programme, programme, "2024-01-01", "2024-12-31", """
                {"kind":"COMMUNE","under":"%s"}""".formatted(programme));
        Model model = reporting.newModel(programme, programme + "-1").registeredWith("2024-03-01", programme + "-2");
        reporting.publish(model);
        reporting.await("measure=takes-part&programme=" + programme, 1);

        assertThat(reporting.count("measure=takes-part&unit=" + programme + "-2"))
                .isEqualTo(1);
        assertThat(reporting.count("measure=takes-part&unit=" + programme + "-1"))
                .isZero();
        assertThat(reporting.count("measure=registered&unit=" + programme + "-2"))
                .isZero();
        assertThat(reporting.count("measure=registered&unit=" + programme)).isEqualTo(1);
        var targets =
                reporting.get("/api/v1/targets?programme=" + programme).is(200).json();
        assertThat(targets.at("/missing/0/unit").asString()).isEqualTo(programme + "-2");
        assertThat(reporting.count("measure=registration-rate&programme=" + programme))
                .isEqualTo(50);
    }
}
