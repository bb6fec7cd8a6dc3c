package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.ApiClient;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Topic;

/** Who asked, under which key, in which correlation and trace: from the request into the published record. */
class CausesTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);

    private final String board = UUID.randomUUID().toString();

    @Test
    void the_same_key_again_is_answered_and_posts_nothing() {
        post(officer().key("k-1")).is(200);
        var again = post(officer().key("k-1")).is(200);

        assertThat(again.json().path("notices")).hasSize(1);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void the_key_counts_per_person_and_per_address() {
        post(officer().key("k-1")).is(200);

        var other = post(officer().person("canbo2", "OFFICER@NA").key("k-1")).is(200);
        assertThat(other.json().path("notices")).hasSize(2);
        var elsewhere = officer()
                .key("k-1")
                .post("/api/v1/boards/" + UUID.randomUUID() + "/notices", "{\"text\":\"x\"}")
                .is(200);
        assertThat(elsewhere.json().path("notices")).hasSize(1);
    }

    @Test
    void the_version_goes_out_as_an_etag_and_comes_back_as_if_match() {
        var first = post(officer()).is(200);

        post(officer().ifMatch(first.eTag())).is(200);
        var lost = post(officer().ifMatch(first.eTag())).is(412, "overtaken");

        assertThat(lost.header("ETag")).isEqualTo("\"2\"");
        assertThat(lost.text("detail")).contains("2");
    }

    @Test
    void a_correlation_that_is_given_is_kept_from_the_answer_to_the_event() {
        var answer = post(officer().header("X-Correlation-Id", "ho-so-7")).is(200);

        assertThat(answer.header("X-Correlation-Id")).isEqualTo("ho-so-7");
        assertThat(Topic.header(record(), "ce_correlation")).isEqualTo("ho-so-7");
    }

    @Test
    void a_correlation_that_could_do_harm_is_replaced() {
        var answer = post(officer().header("X-Correlation-Id", "a b\"<script>")).is(200);

        assertThat(answer.header("X-Correlation-Id")).matches("[0-9a-f-]{36}");
        assertThat(Topic.header(record(), "ce_correlation")).isEqualTo(answer.header("X-Correlation-Id"));
    }

    @Test
    void the_trace_of_the_request_goes_on_with_the_event() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        post(officer().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"))
                .is(200);

        assertThat(Topic.header(record(), "traceparent")).matches("00-" + trace + "-[0-9a-f]{16}-01");
    }

    @Test
    void who_did_it_and_for_which_unit_is_on_the_event() {
        post(officer()).is(200);

        assertThat(Topic.header(record(), "ce_actor")).isEqualTo("canbo");
        assertThat(Topic.header(record(), "ce_unit")).isEqualTo("NA");
        assertThat(Topic.header(record(), "ce_type")).isEqualTo(SampleService.POSTED);
        assertThat(record().key()).isEqualTo(board);
    }

    private static ApiClient officer() {
        return SERVICE.api().person("canbo", "OFFICER@NA");
    }

    private ApiResponse post(ApiClient caller) {
        return caller.post("/api/v1/boards/" + board + "/notices", "{\"text\":\"Họp\"}");
    }

    private ConsumerRecord<String, byte[]> record() {
        return Topic.named(SampleService.TOPIC)
                .await(one -> board.equals(one.key()), found -> !found.isEmpty())
                .getFirst();
    }
}
