package vn.dvk.replay.tables;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What reporting answers about a case's published figures and identities, read leniently: what is absent stays absent.
 *
 * @param elsewhere what was commended under another programme and is counted there, not here
 */
public record Reconciliation(Map<String, Figure> figures, Map<String, Identity> identities, List<Elsewhere> elsewhere) {

    /** @param cause the platform's guess where a difference comes from */
    public record Figure(
            @Nullable BigDecimal claimed,
            @Nullable BigDecimal counted,
            @Nullable BigDecimal difference,
            String verdict,
            @Nullable String cause) {}

    public record Identity(
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            @Nullable BigDecimal difference,
            String verdict,
            @Nullable Hint hint) {}

    /**
     * @param from a figure as published, when the hint is about its digits
     * @param to   the figure that would close the identity
     */
    public record Hint(
            String text,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) {}

    /** Awards per subject of one other programme, on one track: those of Party and State are never added up. */
    public record Elsewhere(String programme, String track, Map<String, Long> awarded) {}

    public static Reconciliation of(JsonNode answer, List<Elsewhere> elsewhere) {
        var figures = new LinkedHashMap<String, Figure>();
        for (var figure : answer.path("figures")) {
            figures.put(
                    figure.path("id").asString(""),
                    new Figure(
                            number(figure.path("claimed")),
                            number(figure.path("counted")),
                            number(figure.path("difference")),
                            figure.path("verdict").asString(""),
                            text(figure.path("cause").path("text"))));
        }
        var identities = new LinkedHashMap<String, Identity>();
        for (var identity : answer.path("identities")) {
            identities.put(
                    identity.path("id").asString(""),
                    new Identity(
                            number(identity.path("left")),
                            number(identity.path("right")),
                            number(identity.path("difference")),
                            identity.path("verdict").asString(""),
                            hint(identity.path("hint"))));
        }
        return new Reconciliation(figures, identities, List.copyOf(elsewhere));
    }

    private static @Nullable Hint hint(JsonNode hint) {
        var text = text(hint.path("text"));
        return text == null ? null : new Hint(text, number(hint.path("from")), number(hint.path("to")));
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }
}
