package vn.dvk.service.web;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;

/**
 * Gives a controller method its {@link RequestContext}: who asks, in which correlation and trace, under which key.
 *
 * <p>A POST that takes a cause changes something, so it must carry an {@code Idempotency-Key}. The key counts per
 * person, method and address, so that two people may use the same one, and one person for two things.
 */
class RequestContextResolver implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,80}");

    private final Clock clock;
    private final @Nullable Tracer tracer;

    RequestContextResolver(Clock clock, @Nullable Tracer tracer) {
        this.clock = clock;
        this.tracer = tracer;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestContext.class;
    }

    @Override
    public RequestContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "not a servlet request");
        var person = person();
        var key = request.getHeader("Idempotency-Key");
        if (key == null && http.getMethod().equals("POST")) {
            throw new Refused(WebReason.IDEMPOTENCY_KEY_REQUIRED);
        }
        if (key != null && !KEY.matcher(key).matches()) {
            throw new Refused(WebReason.IDEMPOTENCY_KEY_MALFORMED);
        }
        return new RequestContext(
                person.id(),
                person.unit(),
                Correlation.current(),
                Correlation.traceparent(tracer),
                key == null ? null : DeterministicId.of(person.id(), http.getMethod(), http.getRequestURI(), key),
                key == null ? null : hash(http),
                clock.instant());
    }

    /** What is asked under the key: the same bytes, with the same parameters. */
    private static String hash(HttpServletRequest request) {
        var body = WebUtils.getNativeRequest(request, WholeBody.class);
        try {
            return DeterministicId.of(
                    request.getQueryString() == null ? "" : request.getQueryString(),
                    body == null ? "" : new String(body.bytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("no body", e, new ServletServerHttpRequest(request));
        }
    }

    private static Person person() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Person.of(token.getToken())
                : new Person("anonymous", "", java.util.List.of());
    }
}
