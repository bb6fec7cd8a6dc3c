package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(count("measure=registered&programme=" + programme + "&asOf=2024-03-31"))
                .isEqualTo(1);
        assertThat(count("measure=units-registering&programme=" + programme)).isEqualTo(2);
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
        var next = api.get(
                        "/api/v1/facts?measure=registered&limit=1&programme=" + programme + "&cursor="
                                + facts.path("next").asString(),
                        "VIEWER")
                .is(200)
                .json();
        assertThat(next.at("/items/0/model").asString()).isEqualTo(two.id());
        assertThat(next.has("next")).isFalse();
    }
}
