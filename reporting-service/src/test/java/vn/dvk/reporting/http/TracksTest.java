package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;

/** Awards of Party and State are never added up, wherever they are shown. */
class TracksTest {

    private final Reporting reporting = Reporting.shared();

    @Test
    void awardsOfSeveralTracksAreToldApartAndHaveNoTotal() {
        var programme = bothTracks();
        var all = counts(programme, "");
        assertThat(all.has("total")).isFalse();
        assertThat(groups(all)).isEqualTo("[{PARTY}=2, {STATE}=1]");
        assertThat(groups(counts(programme, "&by=unit")))
                .isEqualTo("[{%1$s-1,PARTY}=1, {%1$s-1,STATE}=1, {%1$s-2,PARTY}=1]".formatted(programme));
        assertThat(counts(programme, "&by=programme").has("total")).isFalse();
        assertThat(counts(programme, "&track=PARTY").path("total").asInt()).isEqualTo(2);
        assertThat(counts(programme, "&unit=" + programme + "-2").path("total").asInt())
                .as("one track only, so nothing is added up")
                .isEqualTo(1);

        var facts = reporting
                .get("/api/v1/facts?measure=awarded&programme=" + programme)
                .is(200)
                .json();
        assertThat(facts.path("items")).hasSize(3);
        assertThat(facts.has("total")).isFalse();
    }

    @Test
    void aPublishedFigureHasToNameItsTrack() {
        var programme = bothTracks();
        assertThat(verdict(programme, "3", "")).isEqualTo("not-checkable several-tracks");
        assertThat(verdict(programme, "2", ",\"track\":\"PARTY\"")).isEqualTo("match ");
    }

    @Test
    void thePageShowsThemApart() {
        var programme = bothTracks();
        assertThat(reporting
                        .service()
                        .api()
                        .get("/api/v1/overview?programme=" + programme)
                        .is(200)
                        .json()
                        .path("awarded")
                        .valueStream()
                        .map(one -> one.path("track").asString() + " "
                                + one.path("total").asInt()))
                .containsExactly("PARTY 2", "STATE 1");
        var page = reporting
                .service()
                .api()
                .get("/?lang=en&programme=" + programme)
                .is(200)
                .text();
        assertThat(page).contains("data-track=\"PARTY\"", "data-track=\"STATE\"", ">State<");
    }

    private String bothTracks() {
        var programme = reporting.newProgramme();
        Model twice = reporting.newModel(programme, programme + "-1").registered("2024-03-01");
        reporting.publish(twice.awardedIn("PARTY", "a1" + programme, "2024-06-01")
                .awardedIn("STATE", "a2" + programme, "2024-06-02"));
        reporting.publish(reporting
                .newModel(programme, programme + "-2")
                .registered("2024-03-02")
                .awardedIn("PARTY", "a3" + programme, "2024-06-03"));
        reporting.await("measure=awarded&track=PARTY&programme=" + programme, 2);
        reporting.await("measure=awarded&track=STATE&programme=" + programme, 1);
        return programme;
    }

    private JsonNode counts(String programme, String more) {
        return reporting
                .get("/api/v1/counts?measure=awarded&programme=" + programme + more)
                .is(200)
                .json();
    }

    private static String groups(JsonNode answer) {
        return answer.path("groups")
                .valueStream()
                .map(group -> "{"
                        + String.join(
                                ",",
                                group.path("key")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .toList())
                        + "}=" + group.path("count").asInt())
                .toList()
                .toString();
    }

    private String verdict(String programme, String value, String more) {
        var figure = reporting
                .as("VIEWER")
                .post("/api/v1/reconciliations", """
                        {"programme":"%s","published":[{"id":"F","value":%s,"counts":{"measure":"awarded"%s}}]}
                        """.formatted(programme, value, more))
                .is(200)
                .json()
                .at("/figures/0");
        return figure.path("verdict").asString() + " "
                + figure.at("/cause/code").asString();
    }
}
