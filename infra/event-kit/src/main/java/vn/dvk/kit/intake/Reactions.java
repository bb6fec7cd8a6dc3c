package vn.dvk.kit.intake;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.SourcePosition.FollowMode;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;

/**
 * “Whenever X happened there, do Y here”: events of one source as commands to streams of one kind.
 *
 * <p>The event's place is remembered in the same update as what follows from it. There are two ways to follow a source:
 *
 * <ul>
 *   <li>with {@link #opensWith}: the stream here begins with that event; ignored events before it are passed over;
 *   <li>without: the stream here must exist already, every position counts from 1, and an event that comes before the
 *       stream waits for it.
 * </ul>
 */
public final class Reactions<C, S, E> implements EventHandler {

    /** What one type of event leads to. */
    @FunctionalInterface
    public interface Reaction<C> {
        Next<C> to(IncomingEvent event);
    }

    /** What to do now. */
    public sealed interface Next<C> {

        record Command<C>(C command) implements Next<C> {}

        /** This one leads to nothing here; as with an ignored type, only its place may count. */
        record Nothing<C>() implements Next<C> {}

        /**
         * Something of another stream has to be here first; it is tried again when that has come.
         *
         * @param what the awaited stream's subject
         */
        record AwaitFirst<C>(String what) implements Next<C> {}
    }

    private record Rule<C>(Reaction<C> reaction, boolean opens) {}

    private final String service;
    private final String source;
    private final Streams<C, S, E> streams;
    private final Projection.Target target;
    private final Map<String, Rule<C>> rules = new LinkedHashMap<>();
    private Set<String> ignored = Set.of();

    /** @param service the name under which what follows is recorded, for example {@code evaluation} */
    public Reactions(String service, String source, Streams<C, S, E> streams, Projection.Target target) {
        this.service = service;
        this.source = source;
        this.streams = streams;
        this.target = target;
    }

    /** The type with which a stream begins here: only ignored types may precede it in its own stream. */
    public Reactions<C, S, E> opensWith(String type, Reaction<C> reaction) {
        if (opens()) {
            throw new IllegalStateException("A stream begins with one type; with two, what lies between them is lost");
        }
        rules.put(type, new Rule<>(reaction, true));
        return this;
    }

    public Reactions<C, S, E> on(String type, Reaction<C> reaction) {
        rules.put(type, new Rule<>(reaction, false));
        return this;
    }

    /** Types that are not used; in a stream that is followed they still count for the position. */
    public Reactions<C, S, E> ignoring(String... types) {
        ignored = Set.of(types);
        return this;
    }

    @Override
    public Set<String> sources() {
        return Set.of(source);
    }

    @Override
    public Set<String> uses() {
        return Collections.unmodifiableSet(rules.keySet());
    }

    @Override
    public Set<String> ignores() {
        return ignored;
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        var results = new HashMap<IncomingEvent, HandlingResult>();
        var commands = new LinkedHashMap<IncomingEvent, CommandEnvelope<C>>();
        var stopped = new HashSet<String>();
        for (var event : events) {
            var id = target.of(event);
            if (stopped.contains(event.stream())) {
                results.put(event, new HandlingResult.Awaiting("an earlier event of its stream"));
            } else if (id == null) {
                results.put(event, new HandlingResult.Ignored());
            } else {
                switch (next(event)) {
                    case Next.Command<C>(var command) -> commands.put(event, command(event, id, command));
                    case Next.Nothing<C> _ -> commands.put(event, command(event, id, null));
                    case Next.AwaitFirst<C>(var what) -> {
                        results.put(event, new HandlingResult.Awaiting(what));
                        stopped.add(event.stream());
                    }
                }
            }
        }
        var outcomes = streams.handleAll(List.copyOf(commands.values())).iterator();
        commands.forEach((event, command) -> results.put(event, resultOf(command, outcomes.next())));
        return events.stream()
                .map(event -> Objects.requireNonNull(results.get(event)))
                .toList();
    }

    @Override
    public void skip(IncomingEvent event) {
        var id = target.of(event);
        if (id == null) {
            return;
        }
        if (streams.exists(id)) {
            streams.handle(
                    CommandEnvelope.because(event.place(id, FollowMode.GIVEN_UP), id, null, event.context(service)));
        } else if (!opens()) { // where a stream begins with an event, the positions before it do not count anyway
            throw new NotHereYet("the stream " + id);
        }
    }

    private Next<C> next(IncomingEvent event) {
        var rule = rules.get(event.type());
        return rule == null ? new Next.Nothing<>() : rule.reaction().to(event);
    }

    private CommandEnvelope<C> command(IncomingEvent event, String id, @Nullable C command) {
        var rule = rules.get(event.type());
        var mode = command != null && rule != null && rule.opens()
                ? FollowMode.OPENING
                : command == null && opens() ? FollowMode.ONCE_OPENED : FollowMode.GAPLESS;
        return CommandEnvelope.because(event.place(id, mode), id, command, event.context(service));
    }

    private HandlingResult resultOf(CommandEnvelope<C> command, Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Stored<S> _ -> new HandlingResult.Applied();
            case Outcome.Unchanged<S> _ when command.command() == null -> new HandlingResult.Ignored();
            case Outcome.Unchanged<S> _ -> new HandlingResult.Duplicate();
            case Outcome.TooEarly<S>(var expected) when expected == 0 -> new HandlingResult.Awaiting(command.id());
            case Outcome.TooEarly<S>(var expected) -> new HandlingResult.Gap(expected);
            case Outcome.Forked<S>(var position) -> HandlingResult.Broken.fork(position);
            case Outcome.Refused<S>(var why) -> new HandlingResult.Broken("refused: " + why.code());
            case Outcome.Overtaken<S> _ -> new HandlingResult.Awaiting("a quiet moment of its stream");
        };
    }

    private boolean opens() {
        return rules.values().stream().anyMatch(Rule::opens);
    }
}
