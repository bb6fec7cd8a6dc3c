package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What decisions say of themselves, where that was corrected. A correction finds every fact that rests on the decision
 * wrong, and tells it anew with the number and the issuer that it should have had.
 *
 * @param texts by decision, oldest first
 */
public record Papers(Map<String, List<Text>> texts) {

    public static final Papers NONE = new Papers(Map.of());

    public Papers {
        texts = Map.copyOf(texts);
    }

    /**
     * A decision as it read from then on.
     *
     * @param number absent while it is not known
     */
    public record Text(long position, Instant at, @Nullable String number, String issuer) {

        private String shown() {
            return number == null ? "?" : number;
        }

        private boolean readsLike(@Nullable String otherNumber, @Nullable String otherIssuer) {
            return shown().equals(otherNumber) && issuer.equals(otherIssuer);
        }
    }

    /** @return the facts, those that rest on a corrected decision in as many versions as it was thought to read */
    public List<Fact> of(List<Fact> facts) {
        return texts.isEmpty()
                ? facts
                : facts.stream().flatMap(fact -> versions(fact).stream()).toList();
    }

    /** Whether this fact is told otherwise than it stands in its card. */
    public boolean concerns(Fact fact) {
        return fact.get(Dimension.PAPER) instanceof String paper && texts.containsKey(paper);
    }

    private List<Fact> versions(Fact fact) {
        if (!concerns(fact)) {
            return List.of(fact);
        }
        var said = Objects.requireNonNull(texts.get(Objects.requireNonNull(fact.get(Dimension.PAPER))));
        var number = fact.decision();
        var issuer = fact.get(Dimension.ISSUER);
        var id = fact.id();
        var from = fact.knownFrom();
        var versions = new ArrayList<Fact>();
        for (var text : said) {
            if (text.readsLike(number, issuer)
                    || fact.knownTo() != null && !text.at().isBefore(fact.knownTo())) {
                continue;
            }
            if (text.at().isAfter(from)) {
                versions.add(version(fact, id, number, issuer, from, text.at()));
                id = fact.id() + "@d" + text.position();
                from = text.at();
            }
            number = text.shown();
            issuer = text.issuer();
        }
        versions.add(version(fact, id, number, issuer, from, fact.knownTo()));
        return versions;
    }

    private static Fact version(
            Fact fact,
            String id,
            @Nullable String number,
            @Nullable String issuer,
            Instant from,
            @Nullable Instant to) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        dimensions.putAll(fact.dimensions());
        ModelDimensions.putIfKnown(dimensions, Dimension.ISSUER, issuer);
        return fact.version(id, dimensions, fact.code(), fact.name(), number, from, to);
    }
}
