package vn.dvk.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Problem}: RFC 9457 for programs, a plain page for people, Vietnamese unless English is asked for. */
@Component
class Problems {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%s · Dân vận khéo</title>
            </head>
            <body>
              <main>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/">Dân vận khéo</a> · <a href="/login">%s</a></p>
              </main>
            </body>
            </html>
            """;

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        var english = english(request);
        response.setStatus(problem.status());
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "vi");
        if (Browsers.opensPage(request)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(page(problem, english));
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(json(request, problem, english));
        }
    }

    private String json(HttpServletRequest request, Problem problem, boolean english) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + problem.code());
        body.put("title", problem.title(english));
        body.put("status", problem.status());
        body.put("detail", problem.detail(english));
        body.put(
                "instance",
                Objects.requireNonNullElse(
                        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI()));
        body.put("code", problem.code());
        return json.writeValueAsString(body);
    }

    private static String page(Problem problem, boolean english) {
        return PAGE.formatted(
                english ? "en" : "vi",
                HtmlUtils.htmlEscape(problem.title(english), "UTF-8"),
                HtmlUtils.htmlEscape(problem.title(english), "UTF-8"),
                HtmlUtils.htmlEscape(problem.detail(english), "UTF-8"),
                english ? "Sign in" : "Đăng nhập");
    }

    private static boolean english(HttpServletRequest request) {
        var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return asked != null && Locale.ENGLISH.equals(Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES));
        } catch (IllegalArgumentException _) {
            return false; // not a list of languages
        }
    }
}
