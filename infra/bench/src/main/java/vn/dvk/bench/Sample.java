package vn.dvk.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What one leg showed, by name: {@code per-second}, {@code p99-ms}, {@code failed}… All of it goes into the raw file. */
public record Sample(Map<String, Double> values) {

    public static final String RATE = "per-second";
    public static final String P50 = "p50-ms";
    public static final String P99 = "p99-ms";

    public Sample {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Sample of(String name, double value) {
        return new Sample(Map.of(name, value));
    }

    public static Sample rate(long things, long nanos) {
        return of(RATE, things * 1e9 / nanos);
    }

    public Sample and(String name, double value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Sample(more);
    }

    public double get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
