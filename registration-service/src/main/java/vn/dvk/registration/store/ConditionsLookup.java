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
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.programme.Settings;
import vn.dvk.registration.domain.registration.Closings;
import vn.dvk.registration.domain.registration.Conditions;
import vn.dvk.registration.domain.registration.Destination;
import vn.dvk.registration.domain.registration.FormWords;
import vn.dvk.registration.domain.registration.Historic;
import vn.dvk.registration.domain.registration.Related;
import vn.dvk.registration.domain.unit.Mergers;
import vn.dvk.registration.domain.unit.Structure;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.service.Recently;

/** Looks up what a form is checked against: its programme's settings, and whether its unit was there. */
@Component
public class ConditionsLookup {

    /** One answer for all programmes. */
    private static final Set<String> ALL = Set.of("all");

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final StructureStream structure;
    private final Words words;
    private final Recently<Programme.Running> running = new Recently<>();
    private final Recently<Closings> closings = new Recently<>(1);

    ConditionsLookup(
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes, StructureStream structure, Words words) {
        this.words = words;
        this.programmes = programmes.onChange(running::forget).onChange(_ -> closings.forget(ALL));
        this.structure = structure;
    }

    /** What does not depend on a programme or a unit. */
    public FormWords words() {
        return new FormWords(words.of(Words.LEVEL), words.of(Words.FORCE_ROLE));
    }

    /** Which units have become part of another one, as of a moment ago. */
    public Mergers mergers() {
        return structure.askRecent(Structure::mergers);
    }

    /** The conditions of one programme, for the units that were looked up. */
    @FunctionalInterface
    public interface OfProgramme {
        Conditions of(String unit, Day day);

        default Conditions of(String unit, LocalDate on) {
            return of(unit, Day.of(on));
        }
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
                    var written = words();
                    var historicUntil = settings.historic() ? settings.cutOff() : null;
                    return (unit, day) -> new Conditions(
                            settings.from(),
                            settings.to(),
                            settings.fieldCodes(),
                            settings.levels(),
                            settings.kinds(),
                            settings.subjects(),
                            settings.required(),
                            settings.combinations(),
                            units.get(unit) instanceof Unit known
                                    && known.isAliveOn(
                                            day.notPast(settings.cutOff()).on()),
                            mergers,
                            written,
                            found.intake(),
                            found.closedOn(),
                            Related.NONE,
                            historicUntil);
                });
    }

    /** Programmes of the past with their cut-offs: they are few, and looked for only where a paper lacks something. */
    public Historic historic() {
        return new Historic(days("historicUntil"));
    }

    /** Closed programmes with their days, as of a moment ago: asked for once for many acceptances. */
    public Closings closings() {
        return closings.find(
                        ALL,
                        all -> all.stream().collect(Collectors.toMap(key -> key, _ -> new Closings(days("closedOn")))))
                .getOrDefault("all", Closings.NONE);
    }

    /** That day of each programme that has one. */
    private Map<String, LocalDate> days(String field) {
        var days = new HashMap<String, LocalDate>();
        programmes
                .documents()
                .find(Filters.exists("view." + field))
                .projection(Projections.include("view." + field))
                .forEach(document -> days.put(
                        document.getString("_id"),
                        LocalDate.parse(document.get("view", new Document()).getString(field))));
        return days;
    }

    /** Which of these units are there and alive on the day. */
    public Set<String> alive(Collection<String> codes, LocalDate on) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return structure.askRecent(now -> codes.stream()
                .filter(code ->
                        now.unit(code).filter(unit -> unit.isAliveOn(on)).isPresent())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** What is above that programme. */
    public Destination above(String programme) {
        var below = programme(programme);
        var parent = below == null ? null : below.settings().parent();
        var above = parent == null ? null : programme(parent);
        if (below == null || above == null) {
            return Destination.NONE;
        }
        var settings = above.settings();
        return new Destination(
                above.code(),
                settings.from(),
                settings.to(),
                below.settings().fields().stream()
                        .collect(Collectors.toMap(Settings.Field::code, Settings.Field::countsAs)),
                settings.fieldCodes(),
                settings.kinds(),
                settings.subjects(),
                settings.combinations(),
                above.closedOn());
    }

    /** Optional fields that the programme requires. */
    public List<String> required(String programme) {
        var found = programme(programme);
        return found == null ? List.of() : found.settings().required();
    }

    private Programme.@Nullable Running programme(String code) {
        return running.find(List.of(code), this::running).get(code);
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
