package vn.dvk.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Refuses who may not, and leaves one line about it: who, from where, what, why. The correlation is in every line. An
 * attack shows here first, and nowhere else.
 */
final class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);

    private static final Pattern NOT_FOR_A_LINE = Pattern.compile("[^\\p{L}\\p{N}\\p{P}\\p{S} ]");
    private static final int LONGEST = 200;

    private final ProblemWriter problems;

    SecurityLog(ProblemWriter problems) {
        this.problems = problems;
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        refuse(request, response, WebReason.UNAUTHENTICATED, why);
    }

    void notAllowed(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        refuse(request, response, WebReason.NOT_ALLOWED, why);
    }

    /** Not the caller's fault. */
    void issuerAway(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.error("Tokens cannot be checked: {}", why.toString());
        problems.write(request, response, WebReason.ISSUER_AWAY);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, WebReason reason, Exception why)
            throws IOException {
        LOG.warn(
                "{} {}: actor {}, address {}, {} {}: {}",
                reason.status(),
                reason.code(),
                actor(),
                request.getRemoteAddr(),
                request.getMethod(),
                line(request.getRequestURI()),
                line(why.getMessage()));
        problems.write(request, response, reason);
    }

    private static String actor() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? line(Person.of(token.getToken()).id())
                : "unknown";
    }

    /** Parts of it come from the caller, who may not begin a line of his own. */
    private static String line(@Nullable String text) {
        var clean = NOT_FOR_A_LINE.matcher(String.valueOf(text)).replaceAll("?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
