package vn.dvk.registration.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.unit.Organisation;
import vn.dvk.registration.domain.unit.Placement;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.Unit.Known;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitCommand.Describe;
import vn.dvk.registration.domain.unit.UnitCommand.Reorganize;
import vn.dvk.registration.domain.unit.UnitDecider;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.registration.store.OneAtATime;

/**
 * Carries out commands on units, one request at a time, because they have to fit together.
 *
 * <p>A request is looked at as a whole: a superior may be established in the same request as who stands below it. What
 * has no place is refused, and what would have had its place only with it.
 */
@Component
public class UnitCommandHandler {

    private final Streams<UnitCommand, Unit, UnitEvent> units;
    private final OneAtATime oneAtATime;
    private final UnitDecider decider = new UnitDecider();

    UnitCommandHandler(Streams<UnitCommand, Unit, UnitEvent> units, OneAtATime oneAtATime) {
        this.units = units;
        this.oneAtATime = oneAtATime;
    }

    /**
     * What one unit is asked.
     *
     * @param command made once it is known whether it has its place
     */
    public record Ask(
            String code,
            Function<Placement, UnitCommand> command,
            RequestContext context,
            @Nullable Long version) {}

    public Outcome<Unit> handle(Ask ask) {
        return handleAll(List.of(ask)).getFirst();
    }

    /** One outcome per row, in order. */
    public List<Outcome<Unit>> handleAll(List<Ask> asks) {
        return oneAtATime.carryOut("units", () -> {
            var placements = placements(asks);
            return units.handleAll(IntStream.range(0, asks.size())
                    .mapToObj(i -> {
                        var ask = asks.get(i);
                        var command = ask.command().apply(placements.get(i));
                        return CommandEnvelope.of(ask.code(), command, ask.context(), ask.version());
                    })
                    .toList());
        });
    }

    /** Takes away what has no place, until all that is left has one. */
    private List<Placement> placements(List<Ask> asks) {
        var there = new HashMap<String, Known>();
        read(asks.stream().map(Ask::code).toList(), there);
        var placements = new ArrayList<>(Collections.nCopies(asks.size(), Placement.FITS));
        boolean settled;
        do {
            var wouldBe = new HashMap<>(there);
            var checked = new HashMap<Integer, Known>();
            for (var i = 0; i < asks.size(); i++) {
                if (placements.get(i).fits()) {
                    var unit = after(asks.get(i), wouldBe.get(asks.get(i).code()));
                    if (unit != null) {
                        wouldBe.put(unit.code(), unit);
                        checked.put(i, unit);
                    }
                }
            }
            readAbove(asks, checked, there, wouldBe);
            var organisation = new Organisation(wouldBe);
            settled = true;
            for (var i : checked.keySet()) {
                var command = asks.get(i).command().apply(Placement.FITS);
                var placement = organisation.place(
                        command, Objects.requireNonNull(wouldBe.get(asks.get(i).code())));
                placements.set(i, placement);
                settled &= placement.fits();
            }
        } while (!settled);
        return placements;
    }

    /** @return the unit as the command would leave it; null if the command is refused anyway */
    private @Nullable Known after(Ask ask, @Nullable Known before) {
        Unit state = before == null ? decider.initial() : before;
        return switch (decider.decide(ask.command().apply(Placement.FITS), state)) {
            case Decision.Refused<UnitEvent> _ -> null;
            case Decision.Accepted<UnitEvent>(var events) -> {
                for (var event : events) {
                    state = decider.evolve(state, event);
                }
                yield state instanceof Known known ? known : null;
            }
        };
    }

    /** Reads whoever is named, and upwards from there whoever is above, one query per storey. */
    private void readAbove(
            List<Ask> asks, Map<Integer, Known> checked, Map<String, Known> there, Map<String, Known> wouldBe) {
        var asked = new HashSet<>(wouldBe.keySet());
        var next = new HashSet<String>();
        checked.keySet().forEach(i -> next.addAll(named(asks.get(i).command().apply(Placement.FITS))));
        wouldBe.values().forEach(unit -> unit.parents().forEach(parent -> next.add(parent.value())));
        next.removeAll(asked);
        while (!next.isEmpty()) {
            var found = new HashMap<String, Known>();
            read(List.copyOf(next), found);
            there.putAll(found);
            wouldBe.putAll(found);
            asked.addAll(next);
            next.clear();
            found.values().forEach(unit -> unit.parents().forEach(parent -> next.add(parent.value())));
            next.removeAll(asked);
        }
    }

    private static Set<String> named(UnitCommand command) {
        return switch (command) {
            case Describe describe -> {
                var parent = describe.profile().parent();
                yield parent == null ? Set.of() : Set.of(parent);
            }
            case Reorganize(Succession succession, var _) -> {
                var named = new HashSet<>(succession.successors());
                if (succession.parent() != null) {
                    named.add(succession.parent());
                }
                yield named;
            }
        };
    }

    private void read(List<String> codes, Map<String, Known> into) {
        units.find(codes).forEach((code, found) -> {
            if (found.state() instanceof Known known) {
                into.put(code, known);
            }
        });
    }
}
