package vn.dvk.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Who may ask for tokens: every demo person for themselves (client credentials, so that a script needs one line), the
 * gateway for the person in front of the browser (authorization code), and the machine that reads metrics.
 *
 * <p>A map of our own, because the library's in-memory repository refuses two clients with the same stored secret, and
 * hashing the one demo secret again for each person would cost seconds at every start.
 */
@Component
final class Clients implements RegisteredClientRepository {

    static final String GATEWAY = "dvk-gateway";
    static final String METRICS = "metrics";
    static final List<String> MACHINES = List.of(GATEWAY, METRICS);

    private final Map<String, RegisteredClient> byId = new HashMap<>();

    Clients(People people, IdentityProperties properties, PasswordEncoder passwords) {
        var tokens = TokenSettings.builder()
                .accessTokenTimeToLive(properties.accessToken())
                .refreshTokenTimeToLive(properties.refreshToken())
                .reuseRefreshTokens(false)
                .build();
        var demoSecret = hashed(passwords, properties.demoSecret());
        for (var person : people.all()) {
            add(client(person.id(), demoSecret, tokens)
                    .clientName(person.name())
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS));
        }
        add(client(METRICS, hashed(passwords, properties.metricsSecret()), tokens)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("metrics"));
        add(client(GATEWAY, hashed(passwords, properties.gatewaySecret()), tokens)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(
                        properties.gateway().resolve("/login/oauth2/code/dvk").toString())
                .postLogoutRedirectUri(properties.gateway().resolve("/").toString())
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build()));
    }

    private void add(RegisteredClient.Builder client) {
        var built = client.build();
        byId.put(built.getId(), built);
    }

    private static RegisteredClient.Builder client(String id, String hashedSecret, TokenSettings tokens) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(hashedSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(tokens);
    }

    private static String hashed(PasswordEncoder passwords, String secret) {
        // An encoder answers null only to null.
        return Objects.requireNonNull(passwords.encode(secret));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the clients of the local issuer are fixed");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId.get(id);
    }

    /** The same as {@link #findById}: a client's id here is the name it signs in with. */
    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byId.get(clientId);
    }
}
