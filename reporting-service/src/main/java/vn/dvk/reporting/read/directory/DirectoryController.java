package vn.dvk.reporting.read.directory;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Cursor;

@RestController
class DirectoryController {

    private final Directory directory;

    DirectoryController(Directory directory) {
        this.directory = directory;
    }

    record Programmes(List<Programme> items, @Nullable String next) {}

    /** @param now the unit that takes its place today, if it has ended */
    record DirectoryLine(
            String code,
            String name,
            String kind,
            @Nullable String parent,
            @Nullable LocalDate validTo,
            @Nullable String now) {}

    record Units(List<DirectoryLine> items, @Nullable String next) {}

    @GetMapping("/api/v1/programmes")
    @Operation(summary = "Programmes as reporting knows them")
    Programmes programmes() {
        return new Programmes(directory.now().programmes(), null);
    }

    @GetMapping("/api/v1/units")
    @Operation(summary = "Units as reporting knows them", description = "q looks into codes and names.")
    Units units(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Cursor.limit(limit);
        var after = Cursor.read(cursor, 1);
        var today = directory.today();
        var found = directory.now().units().stream()
                .filter(unit ->
                        after == null || unit.code().compareTo(after.parts().getFirst()) > 0)
                .filter(unit -> matches(unit, q.strip().toLowerCase(Locale.ROOT), today))
                .limit(most + 1L)
                .toList();
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? new Cursor(List.of(shown.getLast().code())).toString() : null;
        return new Units(shown.stream().map(unit -> line(unit, today)).toList(), next);
    }

    private static boolean matches(Unit unit, String part, LocalDate today) {
        return unit.code().toLowerCase(Locale.ROOT).contains(part)
                || unit.name(today).toLowerCase(Locale.ROOT).contains(part);
    }

    private DirectoryLine line(Unit unit, LocalDate today) {
        var now = Tree.shown(directory.now().as(today).place(unit.code()));
        return new DirectoryLine(
                unit.code(),
                unit.name(today),
                unit.kind(),
                unit.parent(today),
                unit.validTo(),
                now.equals(unit.code()) ? null : now);
    }
}
