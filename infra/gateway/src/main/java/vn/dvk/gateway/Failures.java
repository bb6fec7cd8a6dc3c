package vn.dvk.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What is answered when a request cannot be passed on. */
@Component
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Problems problems;

    Failures(Problems problems) {
        this.problems = problems;
    }

    /**
     * Passes on; a service that is away is a 502, and so is an issuer that is away when a token has to be refreshed.
     *
     * @throws CredentialsExpiredException when the session's tokens have ended and cannot be refreshed: then the same is
     *     done as for somebody who has never signed in
     */
    ServerResponse answered(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException away) {
            LOG.warn("{} cannot be passed on: {}", request.path(), String.valueOf(away.getMostSpecificCause()));
            return problem(Problem.SERVICE_AWAY);
        } catch (ClientAuthorizationRequiredException ended) {
            throw new CredentialsExpiredException("The session has no tokens", ended);
        } catch (ClientAuthorizationException failed) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(failed.getError().getErrorCode())) {
                throw new CredentialsExpiredException("The session's refresh token has ended", failed);
            }
            LOG.warn("A token cannot be refreshed: {}", failed.getMessage());
            return problem(Problem.ISSUER_AWAY);
        }
    }

    private ServerResponse problem(Problem problem) {
        return ServerResponse.status(problem.status()).build((servlet, response) -> {
            problems.write(servlet, response, problem);
            return null;
        });
    }
}
