package vn.dvk.evaluation.running;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** An issuer of its own for the tests: the tokens are signed and checked like real ones, only the key is ours. */
public final class Tokens {

    private static final String ISSUER = "http://issuer.test";
    private static final RSAKey KEY = key();

    private Tokens() {}

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A person with this role in the whole country. */
    public static String of(String role) {
        return signed(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("dvk")
                .subject("person-" + role)
                .claim("name", "Nguyễn Văn " + role)
                .claim("assignments", List.of(Map.of("role", role, "unit", "VN")))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build());
    }

    /** Signed by us, for another audience. */
    public static String forSomebodyElse() {
        return signed(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("another")
                .subject("person")
                .claim("assignments", List.of(Map.of("role", "OFFICER", "unit", "VN")))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build());
    }

    private static String signed(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks signature, issuer, audience and time, as the service does with the real issuer. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Decoding {

        @Bean
        JwtDecoder jwtDecoder() throws JOSEException {
            var decoder = NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey())
                    .signatureAlgorithm(SignatureAlgorithm.RS256)
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(ISSUER),
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, audience -> audience != null && audience.contains("dvk"))));
            return decoder;
        }

        @Bean(destroyMethod = "close")
        Topics topics() {
            return new Topics();
        }
    }
}
