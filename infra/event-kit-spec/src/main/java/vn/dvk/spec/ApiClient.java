package vn.dvk.spec;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dvk.kit.envelope.Json;

/**
 * A caller of a service. Never changes: {@link #as}, {@link #key} and the like return another caller.
 *
 * <pre>{@code
 * service.as("OFFICER@NA").post("/api/v1/registrations", form).is(201);
 * service.as("REVIEWER@NA").ifMatch("\"1\"").language("en").post(path, body).is(412, "overtaken");
 * }</pre>
 */
public final class ApiClient {

    private static final String KEY = "Idempotency-Key";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final RestTestClient rest;
    private final HttpHeaders headers;

    /** A caller without a token. */
    public ApiClient(String base) {
        this(base, rest(), new HttpHeaders());
    }

    private ApiClient(String base, RestTestClient rest, HttpHeaders headers) {
        this.base = base;
        this.rest = rest;
        this.headers = headers;
    }

    private static RestTestClient rest() {
        var requests = new JdkClientHttpRequestFactory(HTTP);
        requests.setReadTimeout(RunningService.PATIENCE);
        return RestTestClient.bindToServer(requests).build();
    }

    /**
     * With a valid token of a person who is called after the first role.
     *
     * @param assignments {@code OFFICER@NA}; a role alone is for the whole country
     */
    public ApiClient as(String... assignments) {
        return person(assignments[0].replaceFirst("@.*", "").toLowerCase(Locale.ROOT), assignments);
    }

    /** With a valid token of this person. */
    public ApiClient person(String person, String... assignments) {
        return token(Tokens.of(
                person,
                Arrays.stream(assignments)
                        .map(one -> one.contains("@") ? one : one + "@VN")
                        .toArray(String[]::new)));
    }

    /** With any token, a forged one too. */
    public ApiClient token(String token) {
        return header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    /** With this idempotency key; without, every POST has one of its own. */
    public ApiClient key(String key) {
        return header(KEY, key);
    }

    /** Only if the resource still has this version. */
    public ApiClient ifMatch(String eTag) {
        return header(HttpHeaders.IF_MATCH, eTag);
    }

    /** Wants to be answered in {@code vi} or {@code en}. */
    public ApiClient language(String language) {
        return header(HttpHeaders.ACCEPT_LANGUAGE, language);
    }

    public ApiClient header(String name, String value) {
        return with(all -> all.set(name, value));
    }

    private ApiClient with(Consumer<? super HttpHeaders> change) {
        var changed = HttpHeaders.copyOf(headers); // the constructor would share them
        change.accept(changed);
        return new ApiClient(base, rest, changed);
    }

    public ApiResponse get(String path) {
        return exchange(HttpMethod.GET, path, null);
    }

    /** @param body a string, bytes or a stream as they are, anything else as JSON */
    public ApiResponse post(String path, Object body) {
        var caller = headers.containsHeader(KEY) ? this : key(UUID.randomUUID().toString());
        return caller.exchange(HttpMethod.POST, path, body);
    }

    /** @param body a string, bytes or a stream as they are, anything else as JSON */
    public ApiResponse put(String path, Object body) {
        return exchange(HttpMethod.PUT, path, body);
    }

    /** Any request, exactly with the headers that were set; JSON, where there is a body and nothing else is said of it. */
    public ApiResponse exchange(HttpMethod method, String path, @Nullable Object body) {
        var request = rest.method(method).uri(URI.create(base + path));
        request.headers(all -> all.putAll(headers));
        if (body != null) {
            if (headers.getContentType() == null) {
                request.contentType(MediaType.APPLICATION_JSON);
            }
            request.body(content(body));
        }
        var result = request.exchange().expectBody().returnResult();
        var content = result.getResponseBodyContent();
        return new ApiResponse(
                result.getStatus().value(),
                result.getResponseHeaders(),
                content == null ? "" : new String(content, StandardCharsets.UTF_8));
    }

    private static Object content(Object body) {
        return switch (body) {
            case byte[] raw -> raw;
            case Resource stream -> stream;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> Json.MAPPER.writeValueAsBytes(body);
        };
    }
}
