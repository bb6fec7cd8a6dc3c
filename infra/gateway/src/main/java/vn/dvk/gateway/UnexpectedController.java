package vn.dvk.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What nobody has answered otherwise: addresses that do not exist or are none, and faults of our own. */
@Controller
class UnexpectedController implements ErrorController {

    private final Problems problems;

    UnexpectedController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)));
    }

    private static Problem problem(@Nullable Object status) {
        return switch (status) {
            case Integer code when code == HttpServletResponse.SC_NOT_FOUND -> Problem.NO_SUCH_ADDRESS;
            case Integer code when code < HttpServletResponse.SC_INTERNAL_SERVER_ERROR -> Problem.MALFORMED_ADDRESS;
            case null -> Problem.NO_SUCH_ADDRESS; // somebody asks for /error itself
            default -> Problem.INTERNAL;
        };
    }
}
