package vn.dvk.registration.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.LevelEndings;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.registration.Conditions;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.registration.domain.unit.Structure;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.service.Recently;

/** Looks up what a form is checked against: its programme's settings, and whether its unit was there. */
@Component
public class ConditionsLookup {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final StructureStream structure;
    private final LevelEndings endings;
    private final Recently<Programme.Running> running = new Recently<>();

    ConditionsLookup(
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes, StructureStream structure, Levels levels) {
        this.endings = levels.toEndings();
        this.programmes = programmes.onChange(running::forget);
        this.structure = structure;
    }

    /** What does not depend on a programme or a unit. */
    public LevelEndings endings() {
        return endings;
    }

    /** Which units have become part of another one, as of a moment ago. */
    public Mergers mergers() {
        return structure.askRecent(Structure::mergers);
    }

    /** The conditions of one programme, for the units that were looked up. */
    @FunctionalInterface
    public interface OfProgramme {
        Conditions of(String unit, LocalDate on);
    }

    /** Nothing if there is no such programme; of units that another instance has changed a moment ago the state before. */
    public Optional<OfProgramme> find(String programme, Collection<String> unitCodes) {
        return Optional.ofNullable(
                        running.find(List.of(programme), this::running).get(programme))
                .map(found -> {
                    var settings = found.settings();
                    var units = structure.askRecent(now -> unitCodes.stream()
                            .distinct()
                            .flatMap(code -> now.unit(code).stream())
                            .collect(Collectors.toMap(Unit::code, unit -> unit)));
                    var mergers = mergers();
                    return (unit, on) -> new Conditions(
                            settings.from(),
                            settings.to(),
                            settings.fieldCodes(),
                            settings.levels(),
                            settings.kinds(),
                            settings.subjects(),
                            units.get(unit) instanceof Unit known && known.isAliveOn(on),
                            mergers,
                            endings,
                            found.intake(),
                            found.closedOn());
                });
    }

    private Map<String, Programme.Running> running(Set<String> codes) {
        var found = new HashMap<String, Programme.Running>();
        for (var code : codes) {
            if (programmes.find(code).map(Outcome.Unchanged::state).orElse(null) instanceof Programme.Running known) {
                found.put(code, known);
            }
        }
        return found;
    }
}
