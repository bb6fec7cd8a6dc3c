package vn.dvk.registration.read.successions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.read.PaperAnswer;
import vn.dvk.registration.read.SuccessionAnswer;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;
import vn.dvk.service.web.Refused;

/** The reorganizations in the order in which they take effect, annulled ones too. */
@RestController
@Tag(name = "Units")
class SuccessionsController {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::effective)
            .thenComparing(Place::sequence)
            .thenComparing(Place::id);

    private final StructureStream structure;

    SuccessionsController(StructureStream structure) {
        this.structure = structure;
    }

    private record Place(LocalDate effective, int sequence, String id) {

        static Place of(Succession one) {
            return new Place(one.effective(), one.sequence(), one.id());
        }

        static Place of(Cursor cursor) {
            cursor.values(3);
            return new Place(
                    cursor.value(0, LocalDate::parse), cursor.value(1, Integer::valueOf), cursor.value(2, id -> id));
        }
    }

    @Operation(summary = "Reorganizations in the order in which they take effect, of all units or of one")
    @GetMapping("/api/v1/successions")
    Page<SuccessionAnswer> successions(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        var after = cursor == null ? null : Place.of(cursor);
        var found = structure.ask(now -> now.successions()
                .filter(told -> unit == null || told.succession().isAbout(unit))
                .filter(told -> after == null || ORDER.compare(Place.of(told.succession()), after) > 0)
                .sorted(Comparator.comparing(told -> Place.of(told.succession()), ORDER))
                .limit(limit + 1L)
                .toList());
        return Page.of(found, limit, SuccessionAnswer::of, last -> {
            var place = Place.of(last.succession());
            return Cursor.of(place.effective(), place.sequence(), place.id());
        });
    }

    @Operation(summary = "One reorganization")
    @GetMapping("/api/v1/successions/{id}")
    SuccessionAnswer succession(@PathVariable String id) {
        return structure
                .ask(now -> now.succession(id))
                .map(SuccessionAnswer::of)
                .orElseThrow(() -> Refused.notFound("succession", id));
    }

    @Operation(summary = "One paper that was told as one, with its acts")
    @GetMapping("/api/v1/papers/{id}")
    PaperAnswer paper(@PathVariable String id) {
        var acts = structure.ask(now -> now.order(id));
        if (acts.isEmpty()) {
            throw Refused.notFound("paper", id);
        }
        return PaperAnswer.of(id, acts);
    }
}
