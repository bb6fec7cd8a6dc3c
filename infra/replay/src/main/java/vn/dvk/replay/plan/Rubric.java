package vn.dvk.replay.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.dvk.replay.cases.Vocabulary.Subject;

/** Plausible points under the platform's default rubric: at least 80 of 100, the owner a little kinder than the superior. */
final class Rubric {

    private Rubric() {}

    static Map<String, Integer> self(Subject subject, int number) {
        return points(subject, number, 8);
    }

    static Map<String, Integer> superior(Subject subject, int number) {
        return points(subject, number, 5);
    }

    /** Points that add up to a total of 100, each criterion filled before the next one is. */
    static Map<String, Integer> adding(Subject subject, int total) {
        var points = new LinkedHashMap<String, Integer>();
        var left = total;
        for (var criterion : criteria(subject).entrySet()) {
            var given = Math.min(left, criterion.getValue());
            points.put(criterion.getKey(), given);
            left -= given;
        }
        return Collections.unmodifiableMap(points);
    }

    /** Each criterion loses at most one {@code strictness}th of its maximum; together that is 100 / strictness. */
    private static Map<String, Integer> points(Subject subject, int number, int strictness) {
        var points = new LinkedHashMap<String, Integer>();
        for (var criterion : criteria(subject).entrySet()) {
            var most = criterion.getValue();
            var lost = (number * 7 + points.size() * 3) % (most / strictness + 1);
            points.put(criterion.getKey(), most - lost);
        }
        return Collections.unmodifiableMap(points);
    }

    private static Map<String, Integer> criteria(Subject subject) {
        var criteria = new LinkedHashMap<String, Integer>();
        switch (subject) {
            case COLLECTIVE, HOUSEHOLD -> {
                criteria.put("NEED", 10);
                criteria.put("LEADERSHIP", 10);
                criteria.put("CREATIVE", 20);
                criteria.put("FORCES", 20);
                criteria.put("RESULT", 25);
                criteria.put("DURABLE", 15);
            }
            case INDIVIDUAL -> {
                criteria.put("EXEMPLARY", 20);
                criteria.put("IDEAS", 20);
                criteria.put("PRESSING", 20);
                criteria.put("SERVES", 25);
                criteria.put("DUTIES", 15);
            }
        }
        return criteria;
    }
}
