package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Api.Response;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.evaluation.running.RunningService;

/** The same request twice, and two at the same time. */
class RepeatingTest extends RunningService {

    @Test
    void the_same_key_again_changes_nothing_and_answers_the_same() {
        var model = newModel(newProgramme());
        var key = UUID.randomUUID().toString();

        var first = report(model, key, "2024-04-02").is(200);
        var again = report(model, key, "2024-04-02").is(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("etag")).isEqualTo(first.header("etag")).isEqualTo("\"2\"");
        assertThat(historyOf(model)).isEqualTo(2);
    }

    @Test
    void the_same_content_under_another_key_changes_nothing_either() {
        var model = newModel(newProgramme());
        report(model, "a", "2024-04-02").is(200);
        assertThat(report(model, "b", "2024-04-02").is(200).header("etag")).isEqualTo("\"2\"");
        assertThat(report(model, "c", "2024-04-03").is(200).header("etag")).isEqualTo("\"3\"");
    }

    @Test
    void of_two_who_saw_the_same_version_one_is_told_to_look_again() {
        var model = newModel(newProgramme());
        var statuses = atOnce(IntStream.rangeClosed(1, 2)
                        .<Callable<Response>>mapToObj(n -> () -> api.post(
                                evaluation(model) + "/progress-reports",
                                "OFFICER",
                                Bodies.REPORT.replace("04-02", "04-0" + n),
                                "Idempotency-Key",
                                "racer-" + n,
                                "If-Match",
                                "\"1\""))
                        .toList())
                .stream()
                .map(Response::status)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(historyOf(model)).isEqualTo(2);
    }

    @Test
    void those_who_name_no_version_all_get_through() {
        var model = newModel(newProgramme());
        var answers = atOnce(IntStream.rangeClosed(1, 5)
                .<Callable<Response>>mapToObj(n -> () -> report(model, "r" + n, "2024-04-0" + n))
                .toList());
        assertThat(answers).extracting(Response::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.header("etag"))
                .containsExactlyInAnyOrder("\"2\"", "\"3\"", "\"4\"", "\"5\"", "\"6\"");
        assertThat(historyOf(model)).isEqualTo(6);
    }

    private Response report(String model, String key, String on) {
        return api.post(
                evaluation(model) + "/progress-reports",
                "OFFICER",
                Bodies.REPORT.replace("2024-04-02", on),
                "Idempotency-Key",
                key);
    }

    private int historyOf(String model) {
        return api.get(evaluation(model) + "/history", "VIEWER").is(200).json().size();
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(call -> {
                        try {
                            return call.get();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException(e);
                        } catch (ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
