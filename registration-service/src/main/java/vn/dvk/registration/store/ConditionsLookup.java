package vn.dvk.registration.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.registration.Conditions;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitEvent;

/** Looks up what a form is checked against: its programme's settings, and whether its unit was there. */
@Component
public class ConditionsLookup {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final Streams<UnitCommand, Unit, UnitEvent> units;

    ConditionsLookup(
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes,
            Streams<UnitCommand, Unit, UnitEvent> units) {
        this.programmes = programmes;
        this.units = units;
    }

    /** The conditions of one programme, for the units that were looked up. */
    @FunctionalInterface
    public interface OfProgramme {
        Conditions of(String unit, LocalDate on);
    }

    /** One query for all units of a request; nothing if there is no such programme. */
    public Optional<OfProgramme> find(String programme, Collection<String> unitCodes) {
        return programmes.find(programme).flatMap(found -> switch (found.state()) {
            case Programme.Running(var _, var settings) -> {
                var lives = lives(unitCodes);
                yield Optional.of((unit, on) -> new Conditions(
                        settings.from(),
                        settings.to(),
                        settings.fieldCodes(),
                        settings.levels(),
                        settings.kinds(),
                        settings.subjects(),
                        lives.containsKey(unit) && lives.get(unit).includes(on)));
            }
            case Programme.Unknown() -> Optional.empty();
        });
    }

    private record Life(@Nullable String from, @Nullable String to) {
        boolean includes(LocalDate on) {
            var day = on.toString();
            return (from == null || day.compareTo(from) >= 0) && (to == null || day.compareTo(to) <= 0);
        }
    }

    private Map<String, Life> lives(Collection<String> codes) {
        var lives = new HashMap<String, Life>();
        if (!codes.isEmpty()) {
            units.documents()
                    .find(Filters.in("_id", codes))
                    .projection(Projections.include("view.validFrom", "view.validTo"))
                    .forEach(document -> {
                        var view = document.get("view", new Document());
                        lives.put(
                                document.getString("_id"),
                                new Life(view.getString("validFrom"), view.getString("validTo")));
                    });
        }
        return lives;
    }
}
