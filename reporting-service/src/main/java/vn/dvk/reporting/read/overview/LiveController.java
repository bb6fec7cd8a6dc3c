package vn.dvk.reporting.read.overview;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.live.Hub;

/** Server-sent events. Each open page is a request of its own virtual thread, so a slow reader holds up nobody. */
@Controller
class LiveController {

    private static final long HEARTBEAT_SECONDS = 10;

    private final Hub hub;

    LiveController(Hub hub) {
        this.hub = hub;
    }

    @GetMapping("/live")
    @Operation(
            summary = "Changes of the public page as server-sent events",
            description =
                    "First a snapshot, then change events, each with the whole state; with Last-Event-ID only what"
                            + " was missed, if it is still remembered.")
    void live(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var chosen = programme == null || programme.isBlank() ? null : programme;
        try (var joined =
                hub.join(chosen, Parameters.date("asOf", asOf), LocaleContextHolder.getLocale(), lastEventId)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            var out = response.getOutputStream();
            for (var frame = joined.client().next(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                    frame != null;
                    frame = joined.client().next(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
                out.write(frame);
                response.flushBuffer();
            }
        } catch (Hub.Full _) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IOException _) {
            // The reader has gone, or has taken nothing for longer than one write may last.
        }
    }
}
