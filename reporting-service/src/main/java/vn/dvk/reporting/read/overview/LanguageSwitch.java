package vn.dvk.reporting.read.overview;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages are in Vietnamese, and in English with {@code ?lang=en}, so that a link keeps its language. The API goes by
 * {@code Accept-Language}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LanguageSwitch extends OncePerRequestFilter {

    private static final Set<String> PAGES = Set.of("/", "/live");
    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PAGES.contains(request.getRequestURI())) {
            var asked = String.valueOf(request.getParameter("lang"));
            chain.doFilter(in(LANGUAGES.contains(asked) ? asked : "vi", request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static HttpServletRequest in(String language, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getHeader(String name) {
                return name.equalsIgnoreCase(HttpHeaders.ACCEPT_LANGUAGE) ? language : super.getHeader(name);
            }

            @Override
            public Locale getLocale() {
                return Locale.of(language);
            }
        };
    }
}
