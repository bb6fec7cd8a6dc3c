package vn.dvk.awards.automation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;

/**
 * Two handlers of one source, each event first to the one, then to the other.
 *
 * <p>An event that the first cannot apply does not reach the second; it comes again as a whole. That is safe because each
 * remembers by itself what it has seen.
 */
public final class CompositeEventHandler implements EventHandler {

    private final EventHandler first;
    private final EventHandler second;

    public CompositeEventHandler(EventHandler first, EventHandler second) {
        if (!first.source().equals(second.source())) {
            throw new IllegalArgumentException(
                    "Both must be of one source: " + first.source() + ", " + second.source());
        }
        this.first = first;
        this.second = second;
    }

    @Override
    public String source() {
        return first.source();
    }

    @Override
    public Set<String> uses() {
        var uses = new HashSet<>(first.uses());
        uses.addAll(second.uses());
        return Set.copyOf(uses);
    }

    /** What neither uses and both have named. */
    @Override
    public Set<String> ignores() {
        var ignores = new HashSet<>(first.ignores());
        ignores.retainAll(second.ignores());
        return Set.copyOf(ignores);
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        var handled = new ArrayList<>(first.handle(events));
        var places = new ArrayList<Integer>();
        for (var i = 0; i < events.size(); i++) {
            if (isSettled(handled.get(i))) {
                places.add(i);
            }
        }
        var further = second.handle(places.stream().map(events::get).toList());
        for (var i = 0; i < places.size(); i++) {
            handled.set(places.get(i), together(handled.get(places.get(i)), further.get(i)));
        }
        return List.copyOf(handled);
    }

    private static boolean isSettled(HandlingResult handling) {
        return switch (handling) {
            case HandlingResult.Applied _, HandlingResult.Duplicate _, HandlingResult.Ignored _ -> true;
            case HandlingResult.Gap _, HandlingResult.Awaiting _, HandlingResult.Broken _ -> false;
        };
    }

    /** The second one's answer, unless it had nothing to do and the first one had. */
    private static HandlingResult together(HandlingResult first, HandlingResult second) {
        return switch (second) {
            case HandlingResult.Applied _, HandlingResult.Gap _, HandlingResult.Awaiting _, HandlingResult.Broken _ ->
                second;
            case HandlingResult.Duplicate _, HandlingResult.Ignored _ -> first;
        };
    }

    @Override
    public void skip(IncomingEvent event) {
        first.skip(event);
        second.skip(event);
    }
}
