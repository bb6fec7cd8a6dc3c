package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.ApiResponse;

/** The same request twice, and two at the same time. */
class RepeatingTest {

    @Test
    void the_same_key_again_changes_nothing_and_answers_the_same() {
        var model = newModel(newProgramme());
        var key = UUID.randomUUID().toString();

        var first = score(model, key, "2024-05-02").is(200);
        var again = score(model, key, "2024-05-02").is(200);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("etag")).isEqualTo(first.header("etag")).isEqualTo("\"2\"");
        assertThat(historyOf(model)).isEqualTo(2);
    }

    @Test
    void the_same_content_under_another_key_changes_nothing_either() {
        var model = newModel(newProgramme());
        score(model, "a", "2024-05-02").is(200);
        assertThat(score(model, "b", "2024-05-02").is(200).header("etag")).isEqualTo("\"2\"");
        assertThat(score(model, "c", "2024-05-03").is(200).header("etag")).isEqualTo("\"3\"");
    }

    @Test
    void of_two_who_saw_the_same_version_one_is_told_to_look_again() {
        var model = newModel(newProgramme());
        var statuses = atOnce(IntStream.rangeClosed(1, 2)
                        .<Callable<ApiResponse>>mapToObj(n -> () -> SERVICE.as("COUNCIL")
                                .key("racer-" + n)
                                .ifMatch("\"1\"")
                                .post(
                                        evaluation(model) + "/scores/superior",
                                        Bodies.SCORE.replace("06-10", "06-1" + n)))
                        .toList())
                .stream()
                .map(ApiResponse::status)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(historyOf(model)).isEqualTo(2);
    }

    @Test
    void those_who_name_no_version_all_get_through() {
        var model = newModel(newProgramme());
        var answers = atOnce(IntStream.rangeClosed(1, 5)
                .<Callable<ApiResponse>>mapToObj(n -> () -> score(model, "r" + n, "2024-05-0" + n))
                .toList());
        assertThat(answers).extracting(ApiResponse::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.header("etag"))
                .containsExactlyInAnyOrder("\"2\"", "\"3\"", "\"4\"", "\"5\"", "\"6\"");
        assertThat(historyOf(model)).isEqualTo(6);
    }

    private ApiResponse score(String model, String key, String on) {
        return SERVICE.as("COUNCIL")
                .key(key)
                .post(evaluation(model) + "/scores/superior", Bodies.SCORE.replace("2024-06-10", on));
    }

    private int historyOf(String model) {
        return get(evaluation(model) + "/history").is(200).json().size();
    }

    private static List<ApiResponse> atOnce(List<Callable<ApiResponse>> calls) {
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
