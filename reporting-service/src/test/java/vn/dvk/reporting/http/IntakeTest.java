package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.dvk.reporting.running.Reporting;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** What a log does that is not as it should be. */
class IntakeTest {

    private final Reporting reporting = Reporting.shared();

    @Test
    void whatComesTwiceCountsOnce() {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .recognized("d" + programme, "DISTRICT", "2024-06-01");
        reporting.publish(model);
        reporting.publish(model);
        var after = reporting.newModel(programme, programme + "-1").registered("2024-03-02");
        reporting.publish(after);
        reporting.publish(model);

        reporting.await("measure=registered&programme=" + programme, 2);
        reporting.await("measure=recognized&programme=" + programme, 1);
        Awaitility.await().untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(reporting.count("measure=registered&programme=" + programme)).isEqualTo(2);
    }

    /** The other service's clock is a day behind; the log had it once before it had it again. */
    @Test
    void itIsKnownSinceTheLogHadItFirst() {
        var programme = reporting.newProgramme();
        var model = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        var first = Topic.publish(model.events().getFirst()).timestamp();
        var known = reporting.watermark();
        reporting.publishSince(1, model.withdrawn("2024-04-01"));
        reporting.publish(model);
        reporting.watermark();

        var timeline =
                reporting.get("/api/v1/cards/" + model.id()).is(200).json().path("timeline");
        assertThat(timeline.path(0).path("known").asString())
                .isEqualTo(Instant.ofEpochMilli(first).toString());
        assertThat(timeline.path(0).path("recorded").asString())
                .isEqualTo(model.events().getFirst().time().toString());
        assertThat(reporting.count("measure=registered&programme=" + programme + "&asKnown=" + known))
                .isEqualTo(1);
        assertThat(reporting.count("measure=withdrawn&programme=" + programme + "&asKnown=" + known))
                .isZero();
    }

    private long lag() {
        return reporting
                .get("/api/v1/operations/lag")
                .is(200)
                .json()
                .path("lag")
                .asLong();
    }

    @Test
    void whatOvertakesItsPredecessorWaitsForIt() {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .submitted("2024-02-01")
                .registered("2024-03-01")
                .withdrawn("2024-04-01");
        model.events().reversed().forEach(Topic::publish);

        reporting.await("measure=registered&programme=" + programme, 1);
        reporting.await("measure=withdrawn&programme=" + programme, 1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(reporting.waiting(model)).isEmpty());
    }

    @Test
    void theOrderOfTheTopicsMakesNoDifference() {
        var programme = reporting.newProgramme();
        var model = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-03-01")
                .opened("2024-03-01")
                .recognized("o" + programme, "DISTRICT", "2024-06-01");
        var backwards = new java.util.ArrayList<>(model.events());
        Collections.reverse(backwards);
        backwards.forEach(Topic::publish);

        reporting.await("measure=registered&programme=" + programme, 1);
        reporting.await("measure=recognized&programme=" + programme, 1);
        var card = reporting.get("/api/v1/cards/" + model.id()).is(200).json();
        assertThat(card.path("timeline")
                        .valueStream()
                        .map(entry -> entry.path("service").asString()))
                .containsExactly("registration", "evaluation", "awards");
    }

    @Test
    void anUnreadableEventIsParkedAndCanBeGivenUp() {
        var programme = reporting.newProgramme();
        var model = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        reporting.publish(model);
        Topic.send(SampleEvent.full("vn.dvk.registration.model-corrected.v1")
                .about(model.id())
                .at(2)
                .with("on", "someday")
                .record());
        Topic.publish(SampleEvent.full("vn.dvk.registration.model-withdrawn.v1")
                .about(model.id())
                .at(3)
                .with("programme", programme)
                .with("unit", programme + "-1"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(reporting.waiting(model))
                        .singleElement()
                        .satisfies(item -> {
                            assertThat(item.path("why").asString()).isEqualTo("PARKED");
                            assertThat(item.path("events").asInt()).isEqualTo(2);
                        }));
        assertThat(reporting.count("measure=registered&programme=" + programme)).isEqualTo(1);
        var id = reporting.waiting(model).getFirst().path("id").asString();
        reporting
                .as("ADMINISTRATOR")
                .post("/api/v1/operations/waiting/" + id + "/retry", "{}")
                .is(200);
        assertThat(reporting.waiting(model)).hasSize(1);

        reporting.discard(id);

        reporting.await("measure=withdrawn&programme=" + programme, 1);
        assertThat(reporting.waiting(model)).isEmpty();
    }

    @Test
    void aTypeThatIsPassedOverIsNotAwaited() {
        Topic.publish(
                SampleEvent.full("vn.dvk.awards.decision-issued.v1").subject("decision-" + reporting.newProgramme()));

        // There is one of it only when nothing is under way.
        assertThat(reporting.watermark()).isNotEmpty();
    }

    @Test
    void aTypeNobodyNamedHoldsItsStream() {
        var programme = reporting.newProgramme();
        var model = reporting.newModel(programme, programme + "-1");
        Topic.send(SampleEvent.of("vn.dvk.registration.model-forgotten.v1", JsonNodeFactory.instance.objectNode())
                .subject(model.id())
                .record());

        Awaitility.await()
                .untilAsserted(() -> assertThat(reporting.waiting(model))
                        .singleElement()
                        .satisfies(item ->
                                assertThat(item.path("reason").asString()).contains("model-forgotten")));
        var id = reporting.waiting(model).getFirst().path("id").asString();
        reporting.discard(id);
    }
}
