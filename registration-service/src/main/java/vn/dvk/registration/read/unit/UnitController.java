package vn.dvk.registration.read.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One unit through time. */
@RestController
@Tag(name = "Units")
class UnitController {

    private final StructureStream structure;

    UnitController(StructureStream structure) {
        this.structure = structure;
    }

    /**
     * @param kind    the last one
     * @param validTo the last day, described or following from a reorganization
     */
    record UnitAnswer(
            String code,
            @Nullable String nationalCode,
            String kind,
            List<Unit.Dated> kinds,
            List<Unit.Dated> names,
            List<Unit.Dated> parents,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<Succession> successions) {}

    @Operation(summary = "A unit with its names, superiors and reorganizations")
    @GetMapping("/api/v1/units/{code}")
    ResponseEntity<UnitAnswer> unit(@PathVariable String code) {
        var unit = structure.ask(now -> now.unit(code)).orElseThrow(() -> Refused.notFound("unit", code));
        return ResponseEntity.ok().eTag(new ETag(unit.version()).toString()).body(body(unit));
    }

    private static UnitAnswer body(Unit unit) {
        return new UnitAnswer(
                unit.code(),
                unit.profile().nationalCode(),
                unit.kind(),
                unit.kinds(),
                unit.names(),
                unit.parents(),
                unit.profile().validFrom(),
                unit.lastDay(),
                unit.successions());
    }
}
