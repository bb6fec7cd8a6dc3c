package vn.dvk.service.sample;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;

/** A board and the notices on it. */
public record Board(List<String> notices) {

    static final int ROOM = 3;

    /** All that can be asked. */
    public record Post(String board, String text) {}

    /** All that can happen. */
    public sealed interface Event {
        record Posted(String board, String text) implements Event {}
    }

    /** Why it refuses. */
    public enum Why implements Reason {
        BOARD_FULL(Kind.CONFLICT),
        WORD_NOT_ALLOWED(Kind.INVALID);

        private final Kind kind;

        Why(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    static final class Rules implements Decider<Post, Board, Event> {

        @Override
        public Board initial() {
            return new Board(List.of());
        }

        @Override
        public Decision<Event> decide(Post post, Board board) {
            if (post.text().contains("cấm")) {
                return refuse(new Refusal(
                        Why.WORD_NOT_ALLOWED,
                        List.of("cấm"),
                        List.of(Refusal.Fault.of("text", Why.WORD_NOT_ALLOWED, "cấm"))));
            }
            return board.notices().size() == ROOM
                    ? refuse(Why.BOARD_FULL, ROOM)
                    : accept(new Event.Posted(post.board(), post.text()));
        }

        @Override
        public Board evolve(Board board, Event event) {
            return switch (event) {
                case Event.Posted posted -> {
                    var all = new ArrayList<>(board.notices());
                    all.add(posted.text());
                    yield new Board(all);
                }
            };
        }
    }
}
