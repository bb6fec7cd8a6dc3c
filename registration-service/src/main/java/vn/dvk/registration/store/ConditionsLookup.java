package vn.dvk.registration.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.registration.Conditions;
import vn.dvk.registration.domain.registration.FormWords;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.service.Recently;

/** Looks up what a form is checked against: its programme's settings, and whether its unit was there. */
@Component
public class ConditionsLookup {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final Streams<UnitCommand, Unit, UnitEvent> units;
    private final Words words;
    private final Recently<Programme.Running> running = new Recently<>();
    private final Recently<Life> alive = new Recently<>();

    ConditionsLookup(
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes,
            Streams<UnitCommand, Unit, UnitEvent> units,
            Words words) {
        this.words = words;
        this.programmes = programmes.onChange(running::forget);
        this.units = units.onChange(alive::forget);
    }

    /** What does not depend on a programme or a unit. */
    public FormWords words() {
        return new FormWords(words.of(Words.LEVEL), words.of(Words.FORCE_ROLE));
    }

    /** The conditions of one programme, for the units that were looked up. */
    @FunctionalInterface
    public interface OfProgramme {
        Conditions of(String unit, LocalDate on);
    }

    /** One query for all units of a request that were not asked for a moment ago; nothing if there is no such programme. */
    public Optional<OfProgramme> find(String programme, Collection<String> unitCodes) {
        return Optional.ofNullable(
                        running.find(List.of(programme), this::running).get(programme))
                .map(found -> {
                    var settings = found.settings();
                    var written = words();
                    var lives = alive.find(unitCodes, this::lives);
                    return (unit, on) -> new Conditions(
                            settings.from(),
                            settings.to(),
                            settings.fieldCodes(),
                            settings.levels(),
                            settings.kinds(),
                            settings.subjects(),
                            lives.containsKey(unit) && lives.get(unit).includes(on),
                            written,
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

    private record Life(@Nullable String from, @Nullable String to) {
        boolean includes(LocalDate on) {
            var day = on.toString();
            return (from == null || day.compareTo(from) >= 0) && (to == null || day.compareTo(to) <= 0);
        }
    }

    private Map<String, Life> lives(Collection<String> codes) {
        var lives = new HashMap<String, Life>();
        units.documents()
                .find(Filters.in("_id", codes))
                .projection(Projections.include("view.validFrom", "view.validTo"))
                .forEach(document -> {
                    var view = document.get("view", new Document());
                    lives.put(
                            document.getString("_id"),
                            new Life(view.getString("validFrom"), view.getString("validTo")));
                });
        return lives;
    }
}
