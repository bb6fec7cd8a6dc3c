package vn.dvk.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;

/**
 * Refusals as RFC 9457 problem details: a stable {@code code}, and a title and a sentence in the reader's language.
 *
 * <p>Texts: {@code <code>.title} and {@code <code>} in the message bundles; a field's fault has only {@code <code>}.
 */
public class Problems {

    static final String RETRY_AFTER_SECONDS = "2";

    private final MessageSource texts;

    public Problems(MessageSource texts) {
        this.texts = texts;
    }

    public ResponseEntity<ProblemDetail> answer(Refusal why) {
        return answer(detail(why));
    }

    public ResponseEntity<ProblemDetail> answer(Reason reason, Object... arguments) {
        return answer(Refusal.because(reason, arguments));
    }

    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        var answer = ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem);
    }

    /** Where it happened; an address that is none cannot be named. */
    static void locate(ProblemDetail problem, HttpServletRequest request) {
        try {
            problem.setInstance(new URI(String.valueOf(request.getRequestURI())));
        } catch (URISyntaxException _) {
            problem.setInstance(null);
        }
    }

    public ProblemDetail detail(Refusal why) {
        var problem = ProblemDetail.forStatusAndDetail(statusOf(why.reason()), sentence(why));
        problem.setType(URI.create("/problems/" + why.code()));
        problem.setTitle(text(why.code() + ".title", List.of()));
        problem.setProperty("code", why.code());
        var correlation = MDC.get(Correlation.MDC_KEY);
        if (correlation != null) {
            problem.setProperty("correlation", correlation);
        }
        if (!why.faults().isEmpty()) {
            problem.setProperty("errors", errors(why));
        }
        return problem;
    }

    /** One row of a bulk answer. */
    public Map<String, Object> row(Refusal why) {
        var row = new LinkedHashMap<String, Object>();
        row.put("code", why.code());
        row.put("status", statusOf(why.reason()).value());
        row.put("detail", sentence(why));
        if (!why.faults().isEmpty()) {
            row.put("errors", errors(why));
        }
        return row;
    }

    private List<Map<String, String>> errors(Refusal why) {
        var errors = new ArrayList<Map<String, String>>();
        for (var fault : why.faults()) {
            var error = new LinkedHashMap<String, String>();
            error.put("field", fault.field());
            error.put("code", fault.reason().code());
            error.put("detail", text(fault.reason().code(), fault.arguments()));
            errors.add(error);
        }
        return errors;
    }

    private String sentence(Refusal why) {
        return text(why.code(), why.arguments());
    }

    /** A text that is missing shows its key; a test of every service sees to it that none is. */
    private String text(String key, List<Object> arguments) {
        var text = texts.getMessage(
                key, arguments.stream().map(String::valueOf).toArray(), key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }

    static HttpStatus statusOf(Reason reason) {
        if (reason instanceof WebReason web) {
            return HttpStatus.valueOf(web.status());
        }
        return switch (reason.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case ABSENT -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    }
}
