package vn.dvk.kit.intake;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.SourcePosition.Reading;
import vn.dvk.kit.relay.OutboxFull;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;

/**
 * “Whenever X happened there, do Y here”: events of one source as commands to streams of one kind.
 *
 * <p>The event's position is remembered in the same update as what follows from it. There are two ways to follow a
 * source:
 *
 * <ul>
 *   <li>with {@link #opensWith}: the stream here begins with that event; ignored events before it are passed over;
 *   <li>without: the stream here must exist already, every position counts from 1, and an event that comes before the
 *       stream waits for it.
 * </ul>
 */
public final class Reactions<C, S, E> implements EventHandler {

    /** Which stream here an event is for. */
    @FunctionalInterface
    public interface Target {
        /** @return the stream's id, or null for an event that is of no stream here; such types must be ignored ones */
        @Nullable
        String of(IncomingEvent event);
    }

    /** What one type of event leads to. */
    @FunctionalInterface
    public interface Reaction<C> {
        Next<C> to(IncomingEvent event);
    }

    /** What to do now. */
    public sealed interface Next<C> {

        record Command<C>(C command) implements Next<C> {}

        /** This one leads to nothing here; as with an ignored type, only its position may count. */
        record Nothing<C>() implements Next<C> {}

        /** Something of another stream has to be here first; it is tried again by itself. */
        record AwaitFirst<C>(String what) implements Next<C> {}
    }

    private record Rule<C>(Reaction<C> reaction, boolean opens) {}

    private final String service;
    private final String source;
    private final Streams<C, S, E> streams;
    private final Target target;
    private final Map<String, Rule<C>> rules = new LinkedHashMap<>();
    private Set<String> ignored = Set.of();

    /** @param service the name under which what follows is recorded, for example {@code evaluation} */
    public Reactions(String service, String source, Streams<C, S, E> streams, Target target) {
        this.service = service;
        this.source = source;
        this.streams = streams;
        this.target = target;
    }

    /** A type with which a stream begins here: only ignored types may precede it in its own stream. */
    public Reactions<C, S, E> opensWith(String type, Reaction<C> reaction) {
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
    public String source() {
        return source;
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
        var handled = new ArrayList<@Nullable HandlingResult>(Collections.nCopies(events.size(), null));
        var asks = new ArrayList<CommandEnvelope<C>>();
        var places = new ArrayList<Integer>();
        var stopped = new HashSet<String>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            if (stopped.contains(event.stream())) {
                handled.set(i, new HandlingResult.Awaiting("an earlier event of its stream"));
                continue;
            }
            try {
                var ask = ask(event);
                if (ask == null) {
                    handled.set(i, new HandlingResult.Ignored());
                } else {
                    asks.add(ask);
                    places.add(i);
                }
            } catch (Awaited e) {
                handled.set(i, new HandlingResult.Awaiting(e.what));
                stopped.add(event.stream());
            } catch (MongoException e) {
                throw e;
            } catch (RuntimeException e) {
                handled.set(i, new HandlingResult.Broken(String.valueOf(e.getMessage())));
                stopped.add(event.stream());
            }
        }
        var outcomes = decide(asks);
        for (var i = 0; i < places.size(); i++) {
            handled.set(places.get(i), outcomes.get(i));
        }
        return handled.stream().map(Objects::requireNonNull).toList();
    }

    @Override
    public void skip(IncomingEvent event) {
        var id = target.of(event);
        if (id == null) {
            return;
        }
        if (streams.exists(id)) {
            streams.handle(CommandEnvelope.because(event.arrival(id, Reading.LATEST), id, null, event.cause(service)));
        } else if (!opens()) { // where a stream begins with an event, the positions before it do not count anyway
            throw new NotHereYet("the stream " + id);
        }
    }

    private @Nullable CommandEnvelope<C> ask(IncomingEvent event) {
        var id = target.of(event);
        if (id == null) {
            return null;
        }
        var rule = rules.get(event.type());
        if (rule == null) {
            return onlyItsPosition(event, id);
        }
        var arrival = event.arrival(id, rule.opens() ? Reading.OPENING : Reading.GAPLESS);
        return switch (rule.reaction().to(event)) {
            case Next.Command<C>(var command) -> CommandEnvelope.because(arrival, id, command, event.cause(service));
            case Next.Nothing<C> _ -> onlyItsPosition(event, id);
            case Next.AwaitFirst<C>(var what) -> throw new Awaited(what);
        };
    }

    private CommandEnvelope<C> onlyItsPosition(IncomingEvent event, String id) {
        var reading = opens() ? Reading.ONCE_OPENED : Reading.GAPLESS;
        return CommandEnvelope.because(event.arrival(id, reading), id, null, event.cause(service));
    }

    /** Not a fault: leaves the loop over the events with the one thing that has to be said. */
    private static final class Awaited extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String what;

        Awaited(String what) {
            super(what, null, false, false);
            this.what = what;
        }
    }

    private List<HandlingResult> decide(List<CommandEnvelope<C>> asks) {
        try {
            var outcomes = streams.handleAll(asks);
            var handled = new ArrayList<HandlingResult>();
            for (var i = 0; i < asks.size(); i++) {
                handled.add(handlingOf(asks.get(i), outcomes.get(i)));
            }
            return handled;
        } catch (MongoException | OutboxFull e) {
            throw e; // nothing about single events: the whole batch comes again
        } catch (RuntimeException e) {
            // One damaged history, or one defect of a rule, must not hold up the others: each is decided alone.
            return asks.size() == 1
                    ? List.of(new HandlingResult.Broken(String.valueOf(e.getMessage())))
                    : asks.stream()
                            .flatMap(ask -> decide(List.of(ask)).stream())
                            .toList();
        }
    }

    private HandlingResult handlingOf(CommandEnvelope<C> ask, Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Stored<S> _ -> new HandlingResult.Applied();
            case Outcome.Unchanged<S> _ when ask.command() == null -> new HandlingResult.Ignored();
            case Outcome.Unchanged<S> _ -> new HandlingResult.Duplicate();
            case Outcome.TooEarly<S>(var expected)
            when expected == 0 -> new HandlingResult.Awaiting("the stream " + ask.id());
            case Outcome.TooEarly<S>(var expected) -> new HandlingResult.Gap(expected);
            case Outcome.Refused<S>(var why) -> new HandlingResult.Broken("refused: " + why.code());
            case Outcome.Overtaken<S> _ -> new HandlingResult.Awaiting("a quiet moment of its stream");
        };
    }

    private boolean opens() {
        return rules.values().stream().anyMatch(Rule::opens);
    }
}
