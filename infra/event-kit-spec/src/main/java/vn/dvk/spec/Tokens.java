package vn.dvk.spec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.dvk.kit.envelope.Json;

/**
 * An issuer of access tokens for tests, inside this JVM: a key of its own, and the two addresses at which a service
 * looks it up. So a test runs the service's real security with {@code DVK_ISSUER} (or {@code
 * spring.security.oauth2.resourceserver.jwt.issuer-uri}) set to {@link #issuer()}, and switches nothing off.
 *
 * <pre>{@code
 * registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", Tokens::issuer);
 * request.header("Authorization", "Bearer " + Tokens.of("canbo", "OFFICER@NA"));
 * }</pre>
 */
public final class Tokens {

    private static final String KEY_ID = "test";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final class Issuer {
        private static final KeyPair KEYS = newKeys();
        private static final String ADDRESS = serve();
    }

    private Tokens() {}

    /** Base address of the issuer, started when first asked for; it ends with the JVM. */
    public static String issuer() {
        return Issuer.ADDRESS;
    }

    /**
     * A valid token for an hour.
     *
     * @param assignments role at unit: {@code OFFICER@NA}; {@code VN} is the whole country
     */
    public static String of(String person, String... assignments) {
        return signed(claims(person, assignments));
    }

    /** A valid token of a machine that may read the meters. */
    public static String ofMetrics() {
        var claims = claims("prometheus");
        claims.remove("assignments");
        claims.put("scope", List.of("metrics"));
        return signed(claims);
    }

    /** What a valid token says; to be changed for one that is not. */
    public static Map<String, Object> claims(String person, String... assignments) {
        var now = Instant.now().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("aud", "dvk");
        claims.put("sub", person);
        claims.put("name", person);
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + 3600);
        claims.put(
                "assignments",
                Arrays.stream(assignments).map(Tokens::assignment).toList());
        return claims;
    }

    private static Map<String, String> assignment(String text) {
        var at = text.indexOf('@');
        return Map.of("role", text.substring(0, at), "unit", text.substring(at + 1));
    }

    /** Signed with the issuer's key, whatever the claims say. */
    public static String signed(Map<String, ?> claims) {
        return signed(claims, Issuer.KEYS);
    }

    /** A forgery: names the issuer's key, and is signed with another one. */
    public static String signedByAnother(Map<String, ?> claims) {
        return signed(claims, newKeys());
    }

    /** A forgery: says of itself that it needs no signature. */
    public static String unsigned(Map<String, ?> claims) {
        return part(Map.of("alg", "none")) + "." + part(claims) + ".";
    }

    /** A forgery: the issuer's public key, which everybody knows, used as if it were a shared secret. */
    public static String signedWithPublicKey(Map<String, ?> claims) {
        var content = part(Map.of("alg", "HS256", "kid", KEY_ID)) + "." + part(claims);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Issuer.KEYS.getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(Map<String, ?> claims, KeyPair keys) {
        var content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)) + "." + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> content) {
        return BASE64.encodeToString(Json.MAPPER.writeValueAsBytes(content));
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            var keys = address + "/keys";
            server.createContext(
                    "/.well-known/openid-configuration",
                    request -> answer(
                            request,
                            Map.of("issuer", address, "jwks_uri", keys, "subject_types_supported", List.of("public"))));
            server.createContext("/keys", request -> answer(request, Map.of("keys", List.of(publicKey()))));
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> publicKey() {
        var key = (RSAPublicKey) Issuer.KEYS.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY_ID,
                "n",
                unsigned(key.getModulus()),
                "e",
                unsigned(key.getPublicExponent()));
    }

    /** Without the sign byte that Java puts before a number whose highest bit is set. */
    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static void answer(HttpExchange request, Map<String, ?> content) throws IOException {
        try (request) {
            var body = Json.MAPPER.writeValueAsBytes(content);
            request.getResponseHeaders().add("Content-Type", "application/json");
            request.sendResponseHeaders(200, body.length);
            request.getResponseBody().write(body);
        }
    }
}
