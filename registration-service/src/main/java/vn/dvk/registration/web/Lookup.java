package vn.dvk.registration.web;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.programme.Settings;
import vn.dvk.registration.domain.registration.Conditions;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.service.web.Refused;

/** Looks up what a registration is checked against. One query for all units of a request. */
@Component
public class Lookup {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final Streams<UnitCommand, Unit, UnitEvent> units;
    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;

    Lookup(
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes,
            Streams<UnitCommand, Unit, UnitEvent> units,
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations) {
        this.programmes = programmes;
        this.units = units;
        this.registrations = registrations;
    }

    /** @throws Refused if there is no such registration */
    public Registration.Known registration(String id) {
        return switch (registrations.find(id).map(Outcome.Unchanged::state).orElse(new Registration.Unknown())) {
            case Registration.Known known -> known;
            case Registration.Unknown() -> throw Refused.notFound("registration", id);
        };
    }

    /**
     * @return the conditions for a unit and a business date
     * @throws Refused if there is no such programme
     */
    public BiFunction<String, LocalDate, Conditions> conditions(String programme, Collection<String> unitCodes) {
        var settings = settings(programme);
        var lives = lives(unitCodes);
        return (unit, on) -> new Conditions(
                settings.from(),
                settings.to(),
                settings.fieldCodes(),
                settings.levels(),
                settings.kinds(),
                settings.subjects(),
                lives.containsKey(unit) && lives.get(unit).includes(on));
    }

    private Settings settings(String programme) {
        return switch (programmes.find(programme).map(Outcome.Unchanged::state).orElse(new Programme.Unknown())) {
            case Programme.Running running -> running.settings();
            case Programme.Unknown() -> throw new Refused(RegistrationReason.PROGRAMME_UNKNOWN, programme);
        };
    }

    public Conditions conditions(String programme, String unit, LocalDate on) {
        return conditions(programme, List.of(unit)).apply(unit, on);
    }

    /** Those of the given registrations that exist. */
    public Set<String> existing(Collection<String> registrationIds) {
        return registrations
                .documents()
                .find(Filters.in("_id", registrationIds))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
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
