package vn.dvk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody's browser: keeps cookies, follows redirects one by one, and remembers every address and page it has seen. */
final class Browser implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final List<String> seen = new ArrayList<>();

    /** What was in the address line, and in the pages. */
    List<String> seen() {
        return seen;
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Opens a page of the gateway and goes wherever it leads. */
    HttpResponse<String> open(String path) {
        return follow(open(RunningGateway.address().resolve(path)));
    }

    /** Opens a page that needs somebody, and signs in at the form that comes instead. */
    HttpResponse<String> signIn(String path, String person) {
        var form = open(path);
        assertThat(form.uri().toString()).startsWith(RunningGateway.issuer() + "/login");
        assertThat(form.body()).doesNotContain("<script");
        var csrf = CSRF.matcher(form.body());
        assertThat(csrf.find()).as(form.body()).isTrue();
        return follow(send(HttpRequest.newBuilder(RunningGateway.issuer().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("username=" + person + "&password=demo&_csrf="
                        + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)))));
    }

    HttpResponse<String> fetch(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(RunningGateway.address().resolve(path)), headers)
                .header("Sec-Fetch-Mode", "cors")
                .header("Accept", "application/json"));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(with(HttpRequest.newBuilder(RunningGateway.address().resolve(path)), headers)
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> follow(HttpResponse<String> answer) {
        var current = answer;
        for (var redirects = 0; current.statusCode() / 100 == 3; redirects++) {
            assertThat(redirects).as("redirects, at %s", current.uri()).isLessThan(MOST_REDIRECTS);
            current = open(current.uri()
                    .resolve(current.headers().firstValue("Location").orElseThrow()));
        }
        return current;
    }

    private HttpResponse<String> open(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            synchronized (seen) {
                seen.add(answer.uri().toString());
                seen.add(answer.headers().firstValue("Location").orElse(""));
                if (!answer.uri().getPath().contains("/api/")) {
                    seen.add(answer.body());
                }
            }
            return answer;
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
    }
}
