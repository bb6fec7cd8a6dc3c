package vn.dvk.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that cannot be read as text: {@code %ZZ}, bytes that are no UTF-8, control characters, more than
 * anybody would ask. First of all, because everything behind it takes parameters apart, each in its own way.
 */
class AddressCheck extends OncePerRequestFilter {

    private static final int MAX_LENGTH = 8000; // what RFC 9110 (4.1) asks every server to take

    private final ProblemWriter problems;

    AddressCheck(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        if (path.length() + (query == null ? 0 : query.length()) > MAX_LENGTH) {
            problems.write(request, response, WebReason.ADDRESS_TOO_LONG, MAX_LENGTH);
        } else if (!isText(path) || !isText(query)) {
            problems.write(request, response, WebReason.MALFORMED_ADDRESS);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isText(@Nullable String encoded) {
        if (encoded == null) {
            return true;
        }
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(encoded)));
            return decoded.chars().noneMatch(Character::isISOControl);
        } catch (CharacterCodingException | IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] bytes(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (var i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                if (i + 3 > encoded.length()) {
                    throw new IllegalArgumentException("cut off");
                }
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(encoded.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
