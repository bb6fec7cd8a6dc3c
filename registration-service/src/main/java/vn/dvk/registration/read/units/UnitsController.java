package vn.dvk.registration.read.units;

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
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.registration.read.Listing;
import vn.dvk.registration.store.Words;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;
import vn.dvk.service.web.Refused;

/** The directory of units. */
@RestController
@Tag(name = "Units")
class UnitsController {

    private final Streams<UnitCommand, Unit, UnitEvent> units;
    private final Words words;

    UnitsController(Streams<UnitCommand, Unit, UnitEvent> units, Words words) {
        this.units = units;
        this.words = words;
    }

    @Operation(summary = "Units, by name or code (with or without diacritics), superior, kind, and alive on a day")
    @GetMapping("/api/v1/units")
    Page<Map<String, Object>> units(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable LocalDate at,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        if (kind != null) {
            words.of(Words.UNIT_KIND, kind).fault("kind", kind, null).ifPresent(wrong -> {
                throw new Refused(Refusal.blaming(wrong));
            });
        }
        var equal = new LinkedHashMap<String, @Nullable String>();
        equal.put("parent", parent);
        equal.put("kind", kind);
        return Listing.page(units.documents(), equal, q, alive(at), limit, cursor, Listing::viewOf);
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
}
