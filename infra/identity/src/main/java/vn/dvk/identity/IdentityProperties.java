package vn.dvk.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the local issuer.
 *
 * @param keyFile       where the signing key is kept; created at the first start, so that tokens survive a restart
 * @param people        who can sign in, and their roles ({@code people.json} and its rules: {@link People})
 * @param demoSecret    password and client secret of every demo person
 * @param gatewaySecret client secret of the gateway
 * @param metricsSecret client secret of the machine that reads metrics
 * @param gateway       address of the gateway, where people come back to after signing in
 * @param audience      who the access tokens are for; the services accept no other
 * @param accessToken   lifetime of an access token, 15 minutes to 1 hour: the gateway refreshes about a minute early, and a
 *                      role taken away still works until the token ends
 * @param refreshToken  lifetime of a refresh token, longer than an access token's
 */
@ConfigurationProperties("identity")
record IdentityProperties(
        Path keyFile,
        Resource people,
        String demoSecret,
        String gatewaySecret,
        String metricsSecret,
        URI gateway,
        @DefaultValue("dvk") String audience,
        @DefaultValue("30m") Duration accessToken,
        @DefaultValue("12h") Duration refreshToken) {

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(1);

    IdentityProperties {
        if (accessToken.compareTo(SHORTEST) < 0 || accessToken.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("identity.access-token must be between 15 minutes and 1 hour");
        }
        if (refreshToken.compareTo(accessToken) <= 0) {
            throw new IllegalArgumentException("identity.refresh-token must be longer than identity.access-token");
        }
    }
}
