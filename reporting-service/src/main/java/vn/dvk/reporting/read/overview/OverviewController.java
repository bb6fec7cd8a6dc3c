package vn.dvk.reporting.read.overview;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.live.Overview;
import vn.dvk.reporting.live.Overviews;

@RestController
class OverviewController {

    private final Overviews overviews;

    OverviewController(Overviews overviews) {
        this.overviews = overviews;
    }

    @GetMapping("/api/v1/overview")
    @Operation(
            summary = "Totals of the public page",
            description =
                    "Aggregates only, so it needs no token. asOf is by default the programme's cut-off, or today.")
    Overview overview(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String asOf) {
        return overviews.of(programme == null || programme.isBlank() ? null : programme, Parameters.date("asOf", asOf));
    }
}
