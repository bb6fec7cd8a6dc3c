package vn.dvk.registration.read.directory;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.registration.domain.unit.UnitKind;
import vn.dvk.registration.web.Page;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** Units with their dated names and superiors, and programmes with their settings. */
@RestController
@Tag(name = "Units")
class DirectoryController {

    private final Streams<UnitCommand, Unit, UnitEvent> units;
    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;

    DirectoryController(
            Streams<UnitCommand, Unit, UnitEvent> units,
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes) {
        this.units = units;
        this.programmes = programmes;
    }

    @Operation(summary = "A unit with its names, superiors and reorganisations")
    @GetMapping("/api/v1/units/{code}")
    ResponseEntity<Map<String, Object>> unit(@PathVariable String code) {
        var found = units.find(code).orElseThrow(() -> Refused.notFound("unit", code));
        return switch (found.state()) {
            case Unit.Unknown() -> throw Refused.notFound("unit", code);
            case Unit.Known unit -> {
                var body = new LinkedHashMap<String, Object>();
                body.put("code", unit.code());
                body.put("kind", unit.profile().kind());
                body.put("names", unit.names());
                body.put("parents", unit.parents());
                put(body, "validFrom", unit.profile().validFrom());
                put(body, "validTo", unit.lastDay());
                body.put("successions", unit.successions());
                yield ResponseEntity.ok()
                        .eTag(new ETag(found.version()).toString())
                        .body(body);
            }
        };
    }

    @Operation(summary = "Units, by name or code (with or without diacritics), superior, kind, and alive on a day")
    @GetMapping("/api/v1/units")
    Page units(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable UnitKind kind,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var equal = new LinkedHashMap<String, @Nullable String>();
        equal.put("parent", parent);
        equal.put("kind", kind == null ? null : kind.name());
        return Page.of(units.documents(), equal, q, alive(at), limit, cursor, DirectoryController::item);
    }

    private static List<Bson> alive(@Nullable LocalDate at) {
        var conditions = new ArrayList<Bson>();
        if (at != null) {
            var day = at.toString();
            conditions.add(Filters.or(Filters.exists("view.validFrom", false), Filters.lte("view.validFrom", day)));
            conditions.add(Filters.or(Filters.exists("view.validTo", false), Filters.gte("view.validTo", day)));
        }
        return conditions;
    }

    @Operation(summary = "A programme with all its settings")
    @GetMapping("/api/v1/programmes/{code}")
    ResponseEntity<Map<String, Object>> programme(@PathVariable String code) {
        var found = programmes.find(code).orElseThrow(() -> Refused.notFound("programme", code));
        return switch (found.state()) {
            case Programme.Unknown() -> throw Refused.notFound("programme", code);
            case Programme.Running running ->
                ResponseEntity.ok()
                        .eTag(new ETag(found.version()).toString())
                        .body(Map.of("code", code, "settings", running.settings()));
        };
    }

    @Operation(summary = "Programmes")
    @GetMapping("/api/v1/programmes")
    Page programmes(
            @RequestParam(required = false) @Nullable String host,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var equal = new LinkedHashMap<String, @Nullable String>();
        equal.put("host", host);
        return Page.of(programmes.documents(), equal, null, List.of(), limit, cursor, DirectoryController::item);
    }

    private static Map<String, Object> item(Document document) {
        var item = new LinkedHashMap<String, Object>(document.get("view", new Document()));
        item.remove("search");
        return item;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
