package vn.dvk.service.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.BulkRow;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.Page;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.RowCheck;

@RestController
class BoardController {

    private final Streams<Board.Post, Board, Board.Event> boards;
    private final RowCheck check;
    private final Answers answers;

    BoardController(Streams<Board.Post, Board, Board.Event> boards, RowCheck check, Answers answers) {
        this.boards = boards;
        this.check = check;
        this.answers = answers;
    }

    record Notice(
            @NotBlank @Size(max = 40) String text, @Nullable LocalDate on) {}

    @PostMapping("/api/v1/boards/{id}/notices")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> post(
            @PathVariable String id,
            @RequestBody @Valid Notice notice,
            ExpectedVersion expected,
            RequestContext cause) {
        return handle(id, notice, expected, cause);
    }

    /** The same as a PUT, which may also be the first of its board. */
    @PutMapping("/api/v1/boards/{id}")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> put(
            @PathVariable String id,
            @RequestBody @Valid Notice notice,
            ExpectedVersion expected,
            RequestContext cause) {
        return handle(id, notice, expected, cause);
    }

    private ResponseEntity<?> handle(String id, Notice notice, ExpectedVersion expected, RequestContext cause) {
        var command = new Board.Post(id, notice.text());
        return answers.ok(
                expected.handle(version -> boards.handle(CommandEnvelope.of(id, command, cause, version))),
                board -> board);
    }

    record Row(
            @NotBlank String board,
            @NotBlank @Size(max = 40) String text,
            @Nullable LocalDate on) {}

    record Rows(@NotNull @Size(min = 1, max = 100) List<@NotNull BulkRow<Row>> rows) {}

    /** A row that is not right does not stop the others. */
    @PostMapping("/api/v1/boards/bulk-notices")
    @Allowed(roles = "'OFFICER'")
    Map<String, Object> postAll(@RequestBody @Valid Rows body, RequestContext cause) {
        var outcomes = check.carryOutRows(
                body.rows(),
                rows -> boards.handleAll(rows.stream()
                        .map(row -> CommandEnvelope.of(
                                row.board(), new Board.Post(row.board(), row.text()), cause.withoutKey()))
                        .toList()));
        var answer = answers.rows();
        outcomes.forEach(outcome -> answer.add("row", "", outcome, board -> Map.of("notices", board.notices())));
        return answer.body();
    }

    /** The days of a year from the last to the first, as a list that goes on. */
    @GetMapping("/api/v1/days")
    Page<String> days(@RequestParam int limit, @RequestParam(required = false) @Nullable Cursor cursor) {
        var behind = cursor == null ? LocalDate.of(2025, 1, 1) : cursor.value(0, LocalDate::parse);
        var found = Stream.iterate(behind.minusDays(1), day -> day.getYear() == 2024, day -> day.minusDays(1))
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, LocalDate::toString, day -> Cursor.of(day, "Đ"));
    }

    @GetMapping("/api/v1/boards/{id}")
    Board board(@PathVariable String id) {
        return boards.find(id).orElseThrow(() -> Refused.notFound("board", id)).state();
    }

    @GetMapping("/api/v1/boards")
    Map<String, String> on(@RequestParam LocalDate day) {
        return Map.of("day", day.toString());
    }

    @GetMapping("/api/v1/defect")
    Map<String, String> defect() {
        throw new IllegalStateException("a secret of the inside");
    }

    @GetMapping("/open")
    Map<String, String> open() {
        return Map.of("open", "to everybody");
    }
}
