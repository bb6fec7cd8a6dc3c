package vn.dvk.reporting.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Parameters;

/** Gives a controller method its {@link Filter}: every parameter of the address that the method does not name itself. */
final class FilterResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Filter.class;
    }

    @Override
    public Filter resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var own = Arrays.stream(Objects.requireNonNull(parameter.getMethod()).getParameters())
                .filter(one -> one.isAnnotationPresent(RequestParam.class))
                .map(java.lang.reflect.Parameter::getName)
                .collect(Collectors.toSet());
        var given = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!own.contains(name)) {
                given.put(name, values[0]);
            }
        });
        return Parameters.read(given);
    }
}
