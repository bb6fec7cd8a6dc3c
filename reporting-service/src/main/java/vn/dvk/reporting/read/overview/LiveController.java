package vn.dvk.reporting.read.overview;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** Server-sent events. Nothing waits for a reader, so a slow one holds up nobody. */
@Controller
class LiveController {

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
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var chosen = programme == null || programme.isBlank() ? null : programme;
        try {
            var page = hub.join(chosen, Parameters.date("asOf", asOf), LocaleContextHolder.getLocale(), lastEventId);
            open(page, request, response);
        } catch (Hub.Full _) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** From here on it is no request that is being carried out, of which there may be so many only. */
    private static void open(Hub.Subscription page, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            response.flushBuffer(); // with the headers of all filters, before they are through
            OpenPage.follow(page, request.startAsync());
        } catch (IOException | RuntimeException _) {
            page.close(); // the reader has gone already
        }
    }
}
