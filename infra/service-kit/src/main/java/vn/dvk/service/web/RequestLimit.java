package vn.dvk.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * As many requests at once as the service can carry; the next ones wait a little and are then told to come again.
 * Threads cost nothing here, so without this a store that hangs would collect requests until the memory is full.
 *
 * <p>A live stream counts only until it is open. Health is always answered: it is what takes a busy instance out.
 */
class RequestLimit extends OncePerRequestFilter {

    private final Semaphore free;
    private final Duration wait;
    private final ProblemWriter problems;

    RequestLimit(int atOnce, Duration wait, ProblemWriter problems) {
        this.free = new Semaphore(atOnce);
        this.wait = wait;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!acquire()) {
            problems.write(request, response, WebReason.TOO_BUSY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            free.release();
        }
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
