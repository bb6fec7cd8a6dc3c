package vn.dvk.registration.read.programme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One programme as it is laid down now. */
@RestController
@Tag(name = "Programmes")
class ProgrammeController {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;

    ProgrammeController(Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes) {
        this.programmes = programmes;
    }

    @Operation(summary = "A programme with all its settings")
    @GetMapping("/api/v1/programmes/{code}")
    ResponseEntity<Programme> programme(@PathVariable String code) {
        var found = programmes.find(code).orElseThrow(() -> Refused.notFound("programme", code));
        return switch (found.state()) {
            case Programme.Unknown() -> throw Refused.notFound("programme", code);
            case Programme.Running running ->
                ResponseEntity.ok().eTag(new ETag(found.version()).toString()).body(running);
        };
    }
}
