package vn.dvk.registration.read.units;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.store.Words;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.SearchText;

/** The directory of units. */
@RestController
@Tag(name = "Units")
class UnitsController {

    private final StructureStream structure;
    private final Words words;
    private final Map<String, Folded> folded = new ConcurrentHashMap<>();

    /** A unit's text as people search for it, and the state it was taken from: folding ten thousand takes its time. */
    private record Folded(long version, String text) {}

    UnitsController(StructureStream structure, Words words) {
        this.structure = structure;
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
        var after = cursor == null ? "" : cursor.values(1).getFirst();
        var asked = named(q).and(unit -> unit.code().compareTo(after) > 0)
                .and(unit -> parent == null || parent.equals(parent(unit)))
                .and(unit -> kind == null || kind.equals(at == null ? unit.kind() : unit.kindOn(at)))
                .and(unit -> at == null || unit.isAliveOn(at));
        var found = structure.ask(
                now -> now.units().stream().filter(asked).limit(limit + 1L).toList());
        return Page.of(found, limit, UnitsController::item, last -> Cursor.of(last.code()));
    }

    private Predicate<Unit> named(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return _ -> true;
        }
        var text = SearchText.fold(q);
        return unit -> text(unit).contains(text);
    }

    private String text(Unit unit) {
        var known = folded.get(unit.code());
        if (known == null || known.version() != unit.version()) {
            known = new Folded(unit.version(), SearchText.fold(unit.code() + " " + name(unit)));
            folded.put(unit.code(), known);
        }
        return known.text();
    }

    /** The last one it has, as the superior. */
    private static String name(Unit unit) {
        return unit.names().getLast().value();
    }

    private static @Nullable String parent(Unit unit) {
        return unit.parents().isEmpty() ? null : unit.parents().getLast().value();
    }

    private static Map<String, Object> item(Unit unit) {
        var item = new LinkedHashMap<String, Object>();
        item.put("code", unit.code());
        item.put("name", name(unit));
        item.put("kind", unit.kind());
        put(item, "nationalCode", unit.profile().nationalCode());
        put(item, "parent", parent(unit));
        put(item, "validFrom", unit.profile().validFrom());
        put(item, "validTo", unit.lastDay());
        return item;
    }

    private static void put(Map<String, Object> item, String name, @Nullable Object value) {
        if (value != null) {
            item.put(name, value);
        }
    }
}
