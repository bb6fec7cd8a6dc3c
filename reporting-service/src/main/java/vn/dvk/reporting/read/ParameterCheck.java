package vn.dvk.reporting.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dvk.reporting.counting.Malformed;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.QueryReason;

/** No parameter of an address is passed over: none is given twice, and none holds what no store can be asked for. */
final class ParameterCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw new Malformed(QueryReason.REPEATED_PARAMETER, name);
            }
            Parameters.text(name, values[0]);
        });
        return true;
    }
}
