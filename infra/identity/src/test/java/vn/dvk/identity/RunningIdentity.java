package vn.dvk.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuer on a port of its own, and a browser-like client (it keeps cookies, and does not follow redirects). */
final class RunningIdentity implements AutoCloseable {

    static final String ISSUER = "http://issuer.test";
    static final String GATEWAY = "http://gateway.test";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext application;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private RunningIdentity(ConfigurableApplicationContext application) {
        this.application = application;
    }

    static RunningIdentity in(Path home, String... settings) {
        return new RunningIdentity(start(home, settings));
    }

    static ConfigurableApplicationContext start(Path home, String... settings) {
        var arguments = new ArrayList<>(
                List.of("--server.port=0", "--DVK_HOME=" + home, "--DVK_ISSUER=" + ISSUER, "--DVK_GATEWAY=" + GATEWAY));
        arguments.addAll(List.of(settings));
        return IdentityApplication.application(Map.of()).run(arguments.toArray(String[]::new));
    }

    /** Asks for a token with the client's own name and secret, as {@code curl -u} does. */
    HttpResponse<String> askForToken(String client, String secret) {
        return post("/oauth2/token", Map.of("grant_type", "client_credentials"), basic(client, secret));
    }

    SignedJWT token(String client, String secret) throws ParseException {
        return SignedJWT.parse(
                json(askForToken(client, secret)).get("access_token").asString());
    }

    JWKSet keys() throws ParseException {
        return JWKSet.parse(get("/oauth2/jwks").body());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(at(path)).GET(), headers);
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                headers);
    }

    static String[] basic(String client, String secret) {
        var credentials = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)};
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            return client.send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build(),
                    BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    @Override
    public void close() {
        client.close();
        application.close();
    }
}
