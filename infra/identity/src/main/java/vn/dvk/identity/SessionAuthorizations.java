package vn.dvk.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Remembers what a browser session needs: codes and refresh tokens. A token for client credentials is not remembered:
 * nobody refreshes it, it carries all it says, and scripts ask for thousands, which the store in memory would keep for
 * ever. After a restart people sign in again; access tokens go on working, because the key is kept.
 */
@Component
final class SessionAuthorizations implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService sessions = new InMemoryOAuth2AuthorizationService();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            sessions.save(authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        sessions.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return sessions.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return sessions.findByToken(token, tokenType);
    }
}
