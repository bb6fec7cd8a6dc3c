package vn.dvk.registration.read.programmes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.read.Listing;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;

/** The programmes that have been laid down. */
@RestController
@Tag(name = "Programmes")
class ProgrammesController {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;

    ProgrammesController(Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes) {
        this.programmes = programmes;
    }

    @Operation(summary = "Programmes, by the unit that runs them")
    @GetMapping("/api/v1/programmes")
    Page<Map<String, Object>> programmes(
            @RequestParam(required = false) @Nullable String host,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        var equal = new LinkedHashMap<String, @Nullable String>();
        equal.put("host", host);
        return Listing.page(programmes.documents(), equal, null, List.of(), limit, cursor, Listing::viewOf);
    }
}
