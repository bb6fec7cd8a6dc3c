package vn.dvk.service.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.stream.Outcome;

/** Outcomes of commands as HTTP answers. */
public class Answers {

    private final Problems problems;

    public Answers(Problems problems) {
        this.problems = problems;
    }

    /** 200 with the new version as ETag, or the problem. */
    public <S> ResponseEntity<?> ok(Outcome<S> outcome, Function<S, ?> body) {
        return answer(outcome, body, null);
    }

    /** 201 with a location; the same request again gives the same answer with 200. */
    public <S> ResponseEntity<?> created(Outcome<S> outcome, String location, Function<S, ?> body) {
        return answer(outcome, body, location);
    }

    private <S> ResponseEntity<?> answer(Outcome<S> outcome, Function<S, ?> body, @Nullable String location) {
        return switch (outcome) {
            case Outcome.Stored<S>(var id, var version, var state)
            when location != null ->
                ResponseEntity.created(URI.create(location))
                        .eTag(new ETag(version).toString())
                        .body(body.apply(state));
            case Outcome.Stored<S>(var id, var version, var state) ->
                ResponseEntity.ok().eTag(new ETag(version).toString()).body(body.apply(state));
            case Outcome.Unchanged<S>(var id, var version, var state) ->
                ResponseEntity.ok().eTag(new ETag(version).toString()).body(body.apply(state));
            case Outcome.Refused<S>(var why) -> problems.answer(why);
            case Outcome.Overtaken<S>(var actual) ->
                ResponseEntity.status(412)
                        .eTag(new ETag(Math.max(0, actual)).toString())
                        .body(problems.detail(Refusal.because(WebReason.OVERTAKEN, actual)));
            case Outcome.TooEarly<S> _, Outcome.Forked<S> _ ->
                throw new IllegalStateException("A request has no position");
        };
    }

    /** What a bulk request answers: a row per command, in order, and the sums. */
    public Rows rows() {
        return new Rows(problems);
    }

    /** Collects the rows of a bulk answer. One bad row never stops the others. */
    public static final class Rows {

        private final Problems problems;
        private final List<Map<String, Object>> rows = new ArrayList<>();
        private int done;
        private int unchanged;
        private int refused;

        Rows(Problems problems) {
            this.problems = problems;
        }

        /**
         * @param name what the caller calls the row: {@code key} or {@code id}
         * @param more further fields of a row that was carried out
         */
        public <S> Rows add(String name, String value, Outcome<S> outcome, Function<S, Map<String, ?>> more) {
            var row = new LinkedHashMap<String, Object>();
            row.put(name, value);
            switch (outcome) {
                case Outcome.Stored<S>(var id, var version, var state) -> {
                    done++;
                    fill(row, "DONE", id, version, more.apply(state));
                }
                case Outcome.Unchanged<S>(var id, var version, var state) -> {
                    unchanged++;
                    fill(row, "UNCHANGED", id, version, more.apply(state));
                }
                case Outcome.Refused<S>(var why) -> refuse(row, why);
                case Outcome.Overtaken<S>(var actual) -> refuse(row, Refusal.because(WebReason.OVERTAKEN, actual));
                case Outcome.TooEarly<S> _, Outcome.Forked<S> _ ->
                    throw new IllegalStateException("A request has no position");
            }
            rows.add(row);
            return this;
        }

        private static void fill(
                Map<String, Object> row, String outcome, String id, long version, Map<String, ?> more) {
            row.put("outcome", outcome);
            row.put("id", id);
            row.putAll(more);
            row.put("version", version);
        }

        private void refuse(Map<String, Object> row, Refusal why) {
            refused++;
            row.put("outcome", "REFUSED");
            row.put("problem", problems.row(why));
        }

        public Map<String, Object> body() {
            var body = new LinkedHashMap<String, Object>();
            body.put("rows", rows);
            body.put("done", done);
            body.put("unchanged", unchanged);
            body.put("refused", refused);
            return body;
        }
    }
}
