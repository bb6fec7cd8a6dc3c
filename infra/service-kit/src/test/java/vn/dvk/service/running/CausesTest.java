package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Published;
import vn.dvk.spec.Tokens;

/** Who asked, under which key, in which correlation and trace: from the request into the published record. */
class CausesTest {

    private static final Service SERVICE = Service.shared();

    private final String board = UUID.randomUUID().toString();

    @Test
    void the_same_key_again_is_answered_and_posts_nothing() {
        post().header("Idempotency-Key", "k-1").send().is(200);
        var again = post().header("Idempotency-Key", "k-1").send().is(200);

        assertThat(again.json().path("notices")).hasSize(1);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void the_key_counts_per_person_and_per_address() {
        post().header("Idempotency-Key", "k-1").send().is(200);

        var other = post().token(Tokens.of("canbo2", "OFFICER@NA"))
                .header("Idempotency-Key", "k-1")
                .send()
                .is(200);
        assertThat(other.json().path("notices")).hasSize(2);
        var elsewhere = SERVICE.post("/api/v1/boards/" + UUID.randomUUID() + "/notices", "{\"text\":\"x\"}")
                .header("Idempotency-Key", "k-1")
                .send()
                .is(200);
        assertThat(elsewhere.json().path("notices")).hasSize(1);
    }

    @Test
    void the_version_goes_out_as_an_etag_and_comes_back_as_if_match() {
        var first = post().send().is(200);

        post().header("If-Match", first.header("ETag")).send().is(200);
        var lost = post().header("If-Match", first.header("ETag")).send().is(412, "overtaken");

        assertThat(lost.header("ETag")).isEqualTo("\"2\"");
        assertThat(lost.text("detail")).contains("2");
    }

    @Test
    void a_correlation_that_is_given_is_kept_from_the_answer_to_the_event() {
        var answer = post().header("X-Correlation-Id", "ho-so-7").send().is(200);

        assertThat(answer.header("X-Correlation-Id")).isEqualTo("ho-so-7");
        assertThat(Published.header(record(), "ce_correlation")).isEqualTo("ho-so-7");
    }

    @Test
    void a_correlation_that_could_do_harm_is_replaced() {
        var answer = post().header("X-Correlation-Id", "a b\"<script>").send().is(200);

        assertThat(answer.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
        assertThat(Published.header(record(), "ce_correlation")).isEqualTo(answer.header("X-Correlation-Id"));
    }

    @Test
    void the_trace_of_the_request_goes_on_with_the_event() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        post().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .send()
                .is(200);

        assertThat(Published.header(record(), "traceparent")).matches("00-" + trace + "-[0-9a-f]{16}-01");
    }

    @Test
    void who_did_it_and_for_which_unit_is_on_the_event() {
        post().send().is(200);

        assertThat(Published.header(record(), "ce_actor")).isEqualTo("canbo");
        assertThat(Published.header(record(), "ce_unit")).isEqualTo("NA");
        assertThat(Published.header(record(), "ce_type")).isEqualTo(SampleService.POSTED);
        assertThat(record().key()).isEqualTo(board);
    }

    private Request post() {
        return SERVICE.post("/api/v1/boards/" + board + "/notices", "{\"text\":\"Họp\"}");
    }

    private ConsumerRecord<String, byte[]> record() {
        return await().until(this::records, records -> !records.isEmpty()).getFirst();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return Published.on(
                        Backbone.kafkaBootstrap(),
                        SampleService.TOPIC,
                        (ConsumerRecord<?, ?> record) -> board.equals(record.key()))
                .records();
    }
}
