package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.service.sample.SampleService;
import vn.dvk.service.web.Cursor;
import vn.dvk.spec.ApiClient;
import vn.dvk.spec.RunningService;

/** Lists that go on, and lists that are sent. */
class ListsTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);
    private static final ApiClient OFFICER = SERVICE.as("OFFICER@NA");

    @ParameterizedTest
    @ValueSource(ints = {7, 183, 365, 366, 400})
    void all_pages_together_are_the_list(int limit) {
        var days = new ArrayList<String>();
        var next = "";
        do {
            var page = OFFICER.get("/api/v1/days?limit=" + limit + next).is(200);
            page.json().path("items").forEach(day -> days.add(day.asString()));
            assertThat(page.text()).doesNotContain("null");
            next = page.text("next").isEmpty() ? "" : "&cursor=" + page.text("next");
        } while (!next.isEmpty());

        assertThat(days)
                .hasSize(366)
                .doesNotHaveDuplicates()
                .startsWith("2024-12-31")
                .endsWith("2024-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-30", "~", "_w", "a", "YQ", "YR8A"})
    void what_is_no_cursor_of_this_list_is_refused(String cursor) {
        OFFICER.get("/api/v1/days?limit=3&cursor=" + cursor).is(400, "malformed-parameter");
    }

    @Test
    void a_cursor_says_nothing_to_its_reader_and_everything_to_us() {
        var cursor = Cursor.of("2024-06-30", 7, "Đông Anh");

        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.from(cursor.toString()).values()).containsExactly("2024-06-30", "7", "Đông Anh");
    }

    @Test
    void a_row_that_cannot_be_read_does_not_stop_the_others() {
        var board = UUID.randomUUID().toString();
        var rows = List.of(
                Map.of("board", board, "text", "một"),
                Map.of("board", board, "text", "hai", "on", "31/12/2024"),
                Map.of("board", board, "text", 7),
                Map.of("board", board, "tekst", "ba"),
                Map.of("board", board, "text", "\u200b"),
                "nonsense",
                Map.of("board", board, "text", "bốn", "on", "2024-12-31"));

        var answer = OFFICER.post("/api/v1/boards/bulk-notices", Map.of("rows", rows))
                .is(200)
                .json();

        assertThat(answer.path("done").asInt()).isEqualTo(2);
        assertThat(answer.path("refused").asInt()).isEqualTo(5);
        var codes = new ArrayList<String>();
        answer.path("rows")
                .forEach(row -> codes.add(row.path("problem").path("code").asString("") + " "
                        + row.path("problem")
                                .path("errors")
                                .path(0)
                                .path("field")
                                .asString("")));
        assertThat(codes)
                .containsExactly(
                        " ",
                        "malformed-field on",
                        "malformed-field text",
                        "unknown-field tekst",
                        "invalid-fields text",
                        "malformed-field ",
                        " ");
        assertThat(OFFICER.get("/api/v1/boards/" + board).json().path("notices"))
                .extracting(notice -> notice.asString())
                .containsExactly("một", "bốn");
    }

    @Test
    void what_is_no_list_of_rows_is_refused_as_a_whole() {
        OFFICER.post("/api/v1/boards/bulk-notices", "{\"rows\":[{\"board\":\"a\",\"board\":\"b\"}]}")
                .is(400, "malformed-field");
        OFFICER.post("/api/v1/boards/bulk-notices", "{\"rows\":[{]}").is(400, "malformed-json");
        OFFICER.post("/api/v1/boards/bulk-notices", "{\"rows\":{}}").is(400, "malformed-field");
    }

    @Test
    void a_row_that_is_null_is_one_bad_row() {
        var answer = OFFICER.post("/api/v1/boards/bulk-notices", "{\"rows\":[null]}")
                .is(200)
                .json();

        assertThat(answer.path("refused").asInt()).isEqualTo(1);
        assertThat(answer.at("/rows/0/problem/code").asString()).isEqualTo("malformed-field");
    }
}
