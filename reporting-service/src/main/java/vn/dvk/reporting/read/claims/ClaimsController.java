package vn.dvk.reporting.read.claims;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.reporting.claims.KeptClaims;
import vn.dvk.reporting.read.Cursor;
import vn.dvk.service.web.Refused;

@RestController
class ClaimsController {

    private final KeptClaims claims;

    ClaimsController(KeptClaims claims) {
        this.claims = claims;
    }

    record Claims(List<KeptClaims.Kept> items, @Nullable String next) {}

    @GetMapping("/api/v1/claims")
    @Operation(summary = "What was published about a programme, as it was entered")
    Claims claims(
            @RequestParam String programme,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var most = Cursor.limit(limit);
        var after = Cursor.read(cursor, 1);
        var found = claims.of(programme, after == null ? null : after.parts().getFirst(), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        return new Claims(
                shown, found.size() > most ? new Cursor(List.of(shown.getLast().claim())).toString() : null);
    }

    @GetMapping("/api/v1/claims/{claim}")
    @Operation(summary = "One of them")
    KeptClaims.Kept claim(@PathVariable String claim) {
        return claims.find(claim).orElseThrow(() -> Refused.notFound("claim", claim));
    }
}
