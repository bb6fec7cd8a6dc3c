package vn.dvk.awards.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;

class CompositeEventHandlerTest {

    private static final HandlingResult APPLIED = new HandlingResult.Applied();
    private static final HandlingResult DUPLICATE = new HandlingResult.Duplicate();
    private static final HandlingResult IGNORED = new HandlingResult.Ignored();
    private static final HandlingResult GAP = new HandlingResult.Gap(2);
    private static final HandlingResult BROKEN = new HandlingResult.Broken("refused");

    @Test
    void both_get_every_event_in_order() {
        var first = new Scripted("/a", Map.of("1", APPLIED, "2", APPLIED));
        var second = new Scripted("/a", Map.of("1", IGNORED, "2", APPLIED));
        assertThat(new CompositeEventHandler(first, second).handle(List.of(event("1"), event("2"))))
                .containsExactly(APPLIED, APPLIED);
        assertThat(first.seen).containsExactly("1", "2");
        assertThat(second.seen).containsExactly("1", "2");
    }

    @Test
    void what_the_first_cannot_apply_does_not_reach_the_second() {
        var first = new Scripted("/a", Map.of("1", GAP, "2", APPLIED, "3", BROKEN));
        var second = new Scripted("/a", Map.of("2", DUPLICATE));
        assertThat(new CompositeEventHandler(first, second).handle(List.of(event("1"), event("2"), event("3"))))
                .containsExactly(GAP, APPLIED, BROKEN);
        assertThat(second.seen).containsExactly("2");
    }

    @Test
    void what_the_second_cannot_apply_is_not_done_though_the_first_has_seen_it() {
        var first = new Scripted("/a", Map.of("1", DUPLICATE, "2", DUPLICATE));
        var second = new Scripted("/a", Map.of("1", BROKEN, "2", APPLIED));
        assertThat(new CompositeEventHandler(first, second).handle(List.of(event("1"), event("2"))))
                .containsExactly(BROKEN, APPLIED);
    }

    @Test
    void an_event_given_up_is_given_up_by_both() {
        var first = new Scripted("/a", Map.of());
        var second = new Scripted("/a", Map.of());
        new CompositeEventHandler(first, second).skip(event("7"));
        assertThat(first.seen).containsExactly("skip 7");
        assertThat(second.seen).containsExactly("skip 7");
    }

    @Test
    void used_is_what_one_uses_and_ignored_what_both_have_named() {
        var both = new CompositeEventHandler(
                new Scripted("/a", Map.of(), Set.of("x", "y"), Set.of("z")),
                new Scripted("/a", Map.of(), Set.of("x"), Set.of("y", "z")));
        assertThat(both.uses()).containsExactlyInAnyOrder("x", "y");
        assertThat(both.ignores()).containsExactly("z");
    }

    @Test
    void two_sources_do_not_go_together() {
        assertThatThrownBy(() -> new CompositeEventHandler(new Scripted("/a", Map.of()), new Scripted("/b", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static IncomingEvent event(String id) {
        return new IncomingEvent(
                "t", 0, 0, "k", id, "/a", "x", "s", 1, Instant.EPOCH, "someone", null, "c", null, new byte[0]);
    }

    private static final class Scripted implements EventHandler {

        private final String source;
        private final Map<String, HandlingResult> answers;
        private final Set<String> uses;
        private final Set<String> ignores;
        final List<String> seen = new ArrayList<>();

        Scripted(String source, Map<String, HandlingResult> answers) {
            this(source, answers, Set.of("x"), Set.of());
        }

        Scripted(String source, Map<String, HandlingResult> answers, Set<String> uses, Set<String> ignores) {
            this.source = source;
            this.answers = answers;
            this.uses = uses;
            this.ignores = ignores;
        }

        @Override
        public String source() {
            return source;
        }

        @Override
        public Set<String> uses() {
            return uses;
        }

        @Override
        public Set<String> ignores() {
            return ignores;
        }

        @Override
        public List<HandlingResult> handle(List<IncomingEvent> events) {
            return events.stream()
                    .map(event -> {
                        seen.add(event.id());
                        return answers.getOrDefault(event.id(), IGNORED);
                    })
                    .toList();
        }

        @Override
        public void skip(IncomingEvent event) {
            seen.add("skip " + event.id());
        }
    }
}
