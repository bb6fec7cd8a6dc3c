package vn.dvk.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.kit.decide.Refusal;

/** Writes the problems that never reach a controller. */
class ProblemWriter {

    private final Problems problems;
    private final JsonMapper json;
    private final LocaleResolver locales;

    ProblemWriter(Problems problems, JsonMapper json, LocaleResolver locales) {
        this.problems = problems;
        this.json = json;
        this.locales = locales;
    }

    void write(HttpServletRequest request, HttpServletResponse response, WebReason reason, Object... arguments)
            throws IOException {
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            var problem = problems.detail(Refusal.because(reason, arguments));
            Problems.locate(problem, request);
            response.setStatus(reason.status());
            if (reason == WebReason.UNAUTHENTICATED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            if (reason.status() == 503) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            json.writeValue(response.getWriter(), problem);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
