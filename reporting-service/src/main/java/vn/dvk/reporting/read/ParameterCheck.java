package vn.dvk.reporting.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dvk.reporting.counting.Malformed;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.reporting.counting.Watermark;
import vn.dvk.reporting.counting.Watermarks;

/**
 * No parameter of an address is passed over: none is given twice, none holds what no store can be asked for, and none asks
 * by a watermark of which something has not been read here yet.
 */
final class ParameterCheck implements HandlerInterceptor {

    /** Those that take a watermark. */
    private static final Set<String> KNOWN = Set.of("asKnown", "since");

    private final Supplier<Watermarks> watermarks;

    ParameterCheck(Supplier<Watermarks> watermarks) {
        this.watermarks = watermarks;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw new Malformed(QueryReason.REPEATED_PARAMETER, name);
            }
            Parameters.text(name, values[0]);
            if (KNOWN.contains(name) && Watermark.isOne(values[0])) {
                watermarks.get().require(Watermark.parse(name, values[0]));
            }
        });
        return true;
    }
}
