package vn.dvk.registration.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.service.web.Answers;

/** The answer to a description that was put: 201 the first time, 200 when it corrected or changed nothing. */
public final class Described {

    private Described() {}

    public static ResponseEntity<?> answer(Answers answers, Outcome<?> outcome, String address, String code) {
        var first = outcome instanceof Outcome.Stored<?> stored && stored.version() == 1;
        return first
                ? answers.created(outcome, address, _ -> Map.of("code", code))
                : answers.ok(outcome, _ -> Map.of("code", code));
    }
}
