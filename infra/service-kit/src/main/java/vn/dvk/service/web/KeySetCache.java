package vn.dvk.service.web;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The issuer's keys, fetched at most once within a period: a token with a key nobody knows makes the decoder look
 * again, and anybody can make up such tokens. A key that is really new is known a period later.
 */
final class KeySetCache extends RestTemplate {

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int TIMEOUT_MS = 3000;

    /** For a moment only, so that an issuer that hangs is not waited for by one request after the other. */
    private static final Duration AWAY = Duration.ofSeconds(1);

    private record Fetched(
            String address,
            long at,
            @Nullable ResponseEntity<?> answer,
            @Nullable RestClientException failure) {

        boolean isFresh() {
            return System.nanoTime() - at < (failure == null ? PERIOD : AWAY).toNanos();
        }
    }

    private @Nullable Fetched last;

    KeySetCache() {
        var http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(TIMEOUT_MS);
        http.setReadTimeout(TIMEOUT_MS);
        setRequestFactory(http);
    }

    /** One at a time, so that many who come at once are one fetch too. */
    @Override
    @SuppressWarnings("unchecked") // the decoder asks one address for one type, a text
    public synchronized <T> ResponseEntity<T> exchange(RequestEntity<?> request, Class<T> type) {
        var address = request.getUrl().toString();
        var known = last;
        if (known == null || !known.address().equals(address) || !known.isFresh()) {
            known = fetch(address, request, type);
            last = known;
        }
        if (known.failure() != null) {
            throw known.failure();
        }
        return (ResponseEntity<T>) Objects.requireNonNull(known.answer());
    }

    private Fetched fetch(String address, RequestEntity<?> request, Class<?> type) {
        try {
            return new Fetched(address, System.nanoTime(), super.exchange(request, type), null);
        } catch (RestClientException e) {
            return new Fetched(address, System.nanoTime(), null, e);
        }
    }
}
