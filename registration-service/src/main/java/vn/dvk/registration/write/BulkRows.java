package vn.dvk.registration.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.service.web.RowCheck;
import vn.dvk.service.web.WebReason;

/**
 * The rows of a bulk request. Each is read, checked and carried out by itself, so that a date that is none refuses its
 * row and no other. What is wrong is named where the caller wrote it: {@code rows[3].submitOn}.
 */
@Component
public class BulkRows {

    /** What is read as two records is one flat row for the caller. */
    private static final Pattern PARTS = Pattern.compile("^(head|form)\\.");

    private final JsonMapper json;
    private final RowCheck rowCheck;

    BulkRows(JsonMapper json, RowCheck rowCheck) {
        this.json = json;
        this.rowCheck = rowCheck;
    }

    /**
     * @param reading  what a row is read as; fails as the JSON reader does
     * @param together carries out those rows that are right, all in one go
     * @return one outcome per row, in order
     */
    public <R, S> List<Outcome<S>> carryOut(
            List<JsonNode> rows, Function<ObjectNode, R> reading, Function<List<R>, List<Outcome<S>>> together) {
        var unreadable = new HashMap<Integer, Refusal>();
        var read = new ArrayList<R>();
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ObjectNode row) {
                try {
                    read.add(reading.apply(row));
                } catch (JacksonException e) {
                    unreadable.put(i, refusal(i, e));
                }
            } else {
                unreadable.put(i, malformed(WebReason.MALFORMED_FIELD, "rows[" + i + "]"));
            }
        }
        var carriedOut = rowCheck.carryOut(read, together).iterator();
        var outcomes = new ArrayList<Outcome<S>>();
        for (var i = 0; i < rows.size(); i++) {
            var why = unreadable.get(i);
            outcomes.add(why == null ? inRow(i, carriedOut.next()) : new Outcome.Refused<>(why));
        }
        return outcomes;
    }

    /** The same for rows that are read as they are. */
    public <R, S> List<Outcome<S>> carryOut(
            List<JsonNode> rows, Class<R> type, Function<List<R>, List<Outcome<S>>> together) {
        return carryOut(rows, (ObjectNode row) -> read(row, type), together);
    }

    /** A row or a part of one, as strictly as any request is read. */
    public <R> R read(JsonNode row, Class<R> type) {
        return json.treeToValue(row, type);
    }

    /** How an answer calls a row: by the caller's own name for it, or not at all. */
    public static String nameOf(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private static Refusal refusal(int row, JacksonException e) {
        var field = e.getPath().stream()
                .map(part ->
                        part.getPropertyName() == null ? "[" + part.getIndex() + "]" : "." + part.getPropertyName())
                .collect(Collectors.joining());
        return malformed(
                e instanceof UnrecognizedPropertyException ? WebReason.UNKNOWN_FIELD : WebReason.MALFORMED_FIELD,
                "rows[" + row + "]" + field);
    }

    private static Refusal malformed(WebReason reason, String field) {
        return new Refusal(reason, List.of(field), List.of(Fault.of(field, reason, field)));
    }

    private static <S> Outcome<S> inRow(int row, Outcome<S> outcome) {
        return outcome instanceof Outcome.Refused<S>(Refusal(var reason, var arguments, var faults))
                ? new Outcome.Refused<>(new Refusal(
                        reason,
                        arguments,
                        faults.stream().map(fault -> inRow(row, fault)).toList()))
                : outcome;
    }

    private static Fault inRow(int row, Fault fault) {
        var field = PARTS.matcher(fault.field()).replaceFirst("");
        return new Fault("rows[" + row + "]." + field, fault.reason(), fault.arguments());
    }
}
