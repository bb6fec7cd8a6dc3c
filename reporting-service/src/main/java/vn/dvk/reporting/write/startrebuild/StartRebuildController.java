package vn.dvk.reporting.write.startrebuild;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.reporting.projection.rebuild.Rebuilds;
import vn.dvk.service.web.Allowed;

@RestController
class StartRebuildController {

    private final Rebuilds rebuilds;

    StartRebuildController(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** @param accept whether it may take the place of what is read although they differ; by default not */
    record Wish(@Nullable Boolean accept) {}

    @PostMapping("/api/v1/rebuilds")
    @Allowed(roles = "'ADMINISTRATOR'")
    @Operation(
            summary = "Make the read store anew from the log",
            description =
                    "Reads go on meanwhile. If one is under way, its id is the answer. What has been built is compared"
                            + " with what is read; if it differs it takes its place only with accept.")
    ResponseEntity<Map<String, String>> start(
            RequestContext cause, @RequestBody(required = false) @Nullable Wish wish) {
        var accept = wish != null && Boolean.TRUE.equals(wish.accept());
        var rebuild = rebuilds.start(Objects.requireNonNull(cause.key()), accept);
        return ResponseEntity.accepted().body(Map.of("id", rebuild.id()));
    }
}
