package vn.dvk.reporting.read;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.reporting.counting.Malformed;
import vn.dvk.reporting.counting.NotReadYet;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.service.web.Problems;
import vn.dvk.service.web.WebReason;

/** A question that cannot be understood is the caller's to mend: 400, as for any malformed request. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class QuestionAdvice {

    private final Problems problems;

    QuestionAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(Malformed e, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                Refusal.because(e.reason(), e.arguments().toArray()),
                request);
    }

    /** Soon it can be answered, so whoever asks is told what it waits for and when to ask again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReadYet(NotReadYet e, HttpServletRequest request) {
        var problem = detail(
                HttpStatus.SERVICE_UNAVAILABLE,
                Refusal.because(QueryReason.NOT_READ_YET, String.join(", ", e.missing())),
                request);
        problem.setProperty("missing", e.missing());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    /** Only assets have a handler for addresses of any name, so an unknown one is noticed earlier than in other services. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noAddress(NoHandlerFoundException e, HttpServletRequest request) {
        return answer(
                HttpStatus.NOT_FOUND, Refusal.because(WebReason.NO_SUCH_ADDRESS, request.getRequestURI()), request);
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, Refusal why, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(status, why, request));
    }

    private ProblemDetail detail(HttpStatus status, Refusal why, HttpServletRequest request) {
        var problem = problems.detail(why);
        problem.setStatus(status);
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }
}
