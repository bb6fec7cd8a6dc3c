package vn.dvk.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What a browser says about where a request comes from and what it is for; a page cannot forge these headers. */
final class Browsers {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private Browsers() {}

    /** Somebody opens a page: only then does a redirect to the login lead anywhere. Not so fetch, htmx and streams. */
    static boolean opensPage(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod()) || request.getHeader("HX-Request") != null) {
            return false;
        }
        var mode = request.getHeader("Sec-Fetch-Mode");
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return mode == null ? accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) : mode.equals("navigate");
    }

    /**
     * Something would change, and the request is not known to come from one of our own pages: by {@code Sec-Fetch-Site},
     * or in a browser that does not send it by {@code Origin}. Whoever sends neither is refused.
     *
     * @param own the origin of our pages, without a path
     */
    static boolean changesFromElsewhere(HttpServletRequest request, String own) {
        if (SAFE.contains(request.getMethod())) {
            return false;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null ? !own.equals(request.getHeader(HttpHeaders.ORIGIN)) : !OWN_SITE.contains(site);
    }
}
