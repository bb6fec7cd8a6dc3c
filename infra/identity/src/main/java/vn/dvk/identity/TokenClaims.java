package vn.dvk.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What our tokens say beyond the protocol: {@code aud} "dvk", {@code name}, and {@code assignments} as a list of
 * {@code {"role", "unit"}}. {@code sub} is the person's id already: it is the name they signed in with, or their client's.
 *
 * <p>An ID token keeps the client as its audience, so a service refuses it where an access token belongs. Machines have
 * scopes and no assignments.
 *
 * <p>Lists and maps are mutable ones on purpose: the authorization server stores the claims with the session, and a store
 * that serializes them (JDBC) cannot read {@code List.of} back; it would show as a failed login.
 */
@Component
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final People people;
    private final String audience;

    TokenClaims(People people, IdentityProperties properties) {
        this.people = people;
        this.audience = properties.audience();
    }

    @Override
    public void customize(JwtEncodingContext token) {
        var person = Optional.<Authentication>ofNullable(token.getPrincipal())
                .map(Authentication::getName)
                .flatMap(people::find);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().audience(new ArrayList<>(List.of(audience)));
            person.ifPresent(who -> token.getClaims().claim("name", who.name()).claim("assignments", assignments(who)));
        } else if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
            person.ifPresent(who -> token.getClaims().claim("name", who.name()));
        }
    }

    private static List<Map<String, String>> assignments(Person person) {
        var claim = new ArrayList<Map<String, String>>();
        for (var assignment : person.assignments()) {
            var entry = new LinkedHashMap<String, String>();
            entry.put("role", assignment.role().name());
            entry.put("unit", assignment.unit());
            claim.add(entry);
        }
        return claim;
    }
}
