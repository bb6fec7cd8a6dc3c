package vn.dvk.reporting.read.directory;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Cursor;
import vn.dvk.reporting.read.Texts;

@RestController
class DirectoryController {

    private final Directory directory;
    private final MessageSource texts;

    DirectoryController(Directory directory, MessageSource texts) {
        this.directory = directory;
        this.texts = texts;
    }

    record Programmes(List<Programme> items, @Nullable String next) {}

    /**
     * @param kindName of its kind, in the reader's language
     * @param now      the unit that takes its place today, if it has ended
     */
    record DirectoryLine(
            String code,
            String name,
            String kind,
            String kindName,
            @Nullable String parent,
            @Nullable LocalDate validTo,
            @Nullable String now) {}

    record Units(List<DirectoryLine> items, @Nullable String next) {}

    @GetMapping("/api/v1/programmes")
    @Operation(summary = "Programmes as reporting knows them")
    Programmes programmes() {
        return new Programmes(directory.now().programmes(), null);
    }

    /** @param name in the reader's language */
    record TermLine(
            String vocabulary,
            String code,
            String name,
            int rank,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record Terms(List<TermLine> items, @Nullable String next) {}

    @GetMapping("/api/v1/terms")
    @Operation(
            summary = "The words that are data, as reporting knows them",
            description =
                    "Levels, tracks, kinds of unit, forms of award, grades, … with their names, in order; at: those"
                            + " in force on that day.")
    Terms terms(
            @RequestParam(required = false) @Nullable String vocabulary,
            @RequestParam(required = false) @Nullable LocalDate at) {
        var vietnamese = Texts.of(texts).vietnamese();
        return new Terms(
                directory.now().terms().stream()
                        .filter(term -> vocabulary == null || term.vocabulary().equals(vocabulary))
                        .filter(term -> at == null || term.isInForce(at))
                        .map(term -> new TermLine(
                                term.vocabulary(),
                                term.code(),
                                term.name().in(vietnamese),
                                term.rank(),
                                term.from(),
                                term.to()))
                        .toList(),
                null);
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
                directory
                        .now()
                        .termName(Term.UNIT_KIND, unit.kind(), Texts.of(texts).vietnamese()),
                unit.parent(today),
                unit.validTo(),
                now.equals(unit.code()) ? null : now);
    }
}
