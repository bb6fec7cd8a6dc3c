package vn.dvk.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * The tokens of a session, refreshed by one of its requests at a time: a refresh token is good once, and a page sends
 * many requests at the moment when it is due. Those that waited find the new one.
 */
final class SessionTokens implements OAuth2AuthorizedClientManager {

    private final OAuth2AuthorizedClientManager tokens;

    SessionTokens(OAuth2AuthorizedClientManager tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request) {
        var session = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getSession(false)
                : null;
        if (session == null) {
            return tokens.authorize(request);
        }
        synchronized (WebUtils.getSessionMutex(session)) {
            return tokens.authorize(request);
        }
    }
}
