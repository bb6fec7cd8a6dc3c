package vn.dvk.reporting.read.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.projection.rebuild.Rebuild;
import vn.dvk.reporting.projection.rebuild.Rebuilds;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Refused;

@RestController
class CurrentRebuildController {

    private final Rebuilds rebuilds;

    CurrentRebuildController(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @GetMapping("/api/v1/rebuilds/current")
    @Allowed(roles = "'ADMINISTRATOR', 'VIEWER'")
    @Operation(summary = "How far the latest rebuild is")
    Rebuild current() {
        return rebuilds.latest().orElseThrow(() -> Refused.notFound("rebuild", "current"));
    }
}
