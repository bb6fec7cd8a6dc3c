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
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitCommand;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One unit through time. */
@RestController
@Tag(name = "Units")
class UnitController {

    private final Streams<UnitCommand, Unit, UnitEvent> units;

    UnitController(Streams<UnitCommand, Unit, UnitEvent> units) {
        this.units = units;
    }

    /** @param validTo the last day, described or following from a reorganization */
    record UnitAnswer(
            String code,
            String kind,
            List<Unit.Known.Dated> names,
            List<Unit.Known.Dated> parents,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<Succession> successions) {}

    @Operation(summary = "A unit with its names, superiors and reorganizations")
    @GetMapping("/api/v1/units/{code}")
    ResponseEntity<UnitAnswer> unit(@PathVariable String code) {
        var found = units.find(code).orElseThrow(() -> Refused.notFound("unit", code));
        return switch (found.state()) {
            case Unit.Unknown() -> throw Refused.notFound("unit", code);
            case Unit.Known unit ->
                ResponseEntity.ok().eTag(new ETag(found.version()).toString()).body(body(unit));
        };
    }

    private static UnitAnswer body(Unit.Known unit) {
        return new UnitAnswer(
                unit.code(),
                unit.profile().kind(),
                unit.names(),
                unit.parents(),
                unit.profile().validFrom(),
                unit.lastDay(),
                unit.successions());
    }
}
