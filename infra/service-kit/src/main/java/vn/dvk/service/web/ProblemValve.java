package vn.dvk.service.web;

import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What Tomcat answers by itself, before or behind everything of ours, as a problem like all others: a request that is
 * no HTTP, an address it cannot take apart, a fault in a filter.
 */
final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    private final ProblemWriter problems;

    ProblemValve(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var given = response.getHeader(Correlation.HEADER);
        var correlation = given == null ? UUID.randomUUID().toString() : given;
        try (var _ = MDC.putCloseable(Correlation.MDC_KEY, correlation)) {
            if (fault != null && response.getStatus() >= 500) {
                LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
            }
            response.setHeader(Correlation.HEADER, correlation);
            SecurityHeaders.set(response);
            var reason = WebReason.of(response.getStatus());
            problems.write(request, response, reason, arguments(reason, request));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The caller is gone: {}", e.toString());
        }
    }

    private static Object[] arguments(WebReason reason, Request request) {
        return switch (reason) {
            case NO_SUCH_ADDRESS -> new Object[] {String.valueOf(request.getRequestURI())};
            case METHOD_NOT_ALLOWED -> new Object[] {String.valueOf(request.getMethod())};
            default -> new Object[0];
        };
    }
}
