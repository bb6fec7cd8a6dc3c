package vn.dvk.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.dvk.kit.Refusal;
import vn.dvk.reporting.query.Malformed;
import vn.dvk.service.web.Problems;

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
        var problem = problems.detail(Refusal.because(e.reason(), e.arguments().toArray()));
        problem.setStatus(HttpStatus.BAD_REQUEST);
        problem.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
