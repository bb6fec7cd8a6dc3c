package vn.dvk.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks {@link Allowed} before the body is read: whoever may not do something is not told either what is wrong with how
 * it was asked. The guard around the method itself stays, for callers that are no requests.
 */
class AllowedFirst implements HandlerInterceptor {

    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    AllowedFirst(AnnotationTemplateExpressionDefaults templates) {
        rules.setTemplateDefaults(templates);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isNamed(method)) {
            Supplier<Authentication> person =
                    () -> SecurityContextHolder.getContext().getAuthentication();
            var decision = rules.authorize(person, new SimpleMethodInvocation(method.getBean(), method.getMethod()));
            if (decision != null && !decision.isGranted()) {
                throw new AccessDeniedException("not one of its roles");
            }
        }
        return true;
    }

    private static boolean isNamed(HandlerMethod handler) {
        Method method = handler.getMethod();
        return AnnotatedElementUtils.hasAnnotation(method, Allowed.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Allowed.class);
    }
}
