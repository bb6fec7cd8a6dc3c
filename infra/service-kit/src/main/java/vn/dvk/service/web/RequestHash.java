package vn.dvk.service.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.WebUtils;

/**
 * What was sent under an idempotency key, as SHA-256 of its query and body: the same key for something else is a
 * mistake of the caller, which only this can tell.
 */
final class RequestHash {

    /** Where the request keeps it. */
    static final String ATTRIBUTE = "vn.dvk.service.web.RequestHash";

    private RequestHash() {}

    /** @return nothing for a request without a key, which nobody compares */
    static @Nullable String of(HttpServletRequest request) {
        if (request.getHeader(RequestContextResolver.KEY_HEADER) == null) {
            return null;
        }
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var hash = hash(request);
        request.setAttribute(ATTRIBUTE, hash);
        return hash;
    }

    private static String hash(HttpServletRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var query = request.getQueryString();
            digest.update((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0); // in neither of the two, so that nothing can move from one to the other
            return HexFormat.of().formatHex(digest.digest(body(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            // As the reader of the body says it, who comes later.
            throw new HttpMessageNotReadableException(
                    "The body cannot be read", e, new ServletServerHttpRequest(request));
        }
    }

    private static byte[] body(ServletRequest request) throws IOException {
        var whole = WebUtils.getNativeRequest(request, WholeBody.class);
        return whole == null ? request.getInputStream().readAllBytes() : whole.bytes();
    }
}
