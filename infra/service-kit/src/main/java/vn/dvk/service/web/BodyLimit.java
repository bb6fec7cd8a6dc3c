package vn.dvk.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a body may be: JSON in UTF-8, not larger than the limit, there within the deadline. Anything else is refused
 * here, so that no second reader (YAML, forms, parts) ever sees it.
 *
 * <p>By hand and not by the JSON reader's own document length, because this also bounds the time, hashes what was sent,
 * and says 413 before the first byte is read.
 */
class BodyLimit extends OncePerRequestFilter {

    private final long limit;
    private final Duration deadline;
    private final ProblemWriter problems;
    private final BodyRoom room = BodyRoom.ofThisHeap();

    BodyLimit(long limit, Duration deadline, ProblemWriter problems) {
        this.limit = limit;
        this.deadline = deadline;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasBody(request) && !isJson(request.getContentType())) {
            problems.write(request, response, WebReason.UNSUPPORTED_MEDIA_TYPE);
        } else {
            try (var body = new WholeBody(request, limit, deadline, room)) {
                chain.doFilter(body, response);
            }
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            var charset = type.getCharset();
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
