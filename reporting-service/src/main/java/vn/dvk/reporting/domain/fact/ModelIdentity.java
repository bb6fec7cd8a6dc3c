package vn.dvk.reporting.domain.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model is counted by, on which day, as known when; for facts about it that stand in cards of their own, as those of
 * its replications do. Whatever the order the two cards came in, together they make the same facts.
 */
public final class ModelIdentity {

    private final Identities identities;
    private final @Nullable Instant voided;

    ModelIdentity(Identities identities, @Nullable Instant voided) {
        this.identities = identities;
        this.voided = voided;
    }

    /** Whether nothing was said of the model meanwhile: what was said is never unsaid. */
    public boolean isLike(@Nullable ModelIdentity before) {
        return before != null && identities.size() == before.identities.size() && Objects.equals(voided, before.voided);
    }

    /** The facts with the dimensions of the model: one for each identity that it was thought to have on their day. */
    public List<Fact> of(List<Fact> facts) {
        return facts.stream().flatMap(fact -> versions(fact).stream()).toList();
    }

    private List<Fact> versions(Fact fact) {
        var end = earlier(fact.knownTo(), voided);
        if (end != null && !fact.knownFrom().isBefore(end)) {
            return List.of();
        }
        var versions = new ArrayList<Fact>();
        var known = identities.on(fact.attributed(), fact.knownFrom());
        var identity = known == null ? ModelDimensions.of(fact) : known;
        var id = fact.id();
        var from = fact.knownFrom();
        for (var statement : identities.after(fact.knownFrom())) {
            if (end != null && !statement.at().isBefore(end)) {
                break;
            }
            var other = identities.on(fact.attributed(), statement.at());
            if (other != null && !other.countsLike(identity)) {
                versions.add(version(fact, identity, id, from, statement.at()));
                id = fact.id() + '@' + statement.position();
                from = statement.at();
                identity = other;
            }
        }
        versions.add(version(fact, identity, id, from, end));
        return versions;
    }

    private static Fact version(Fact fact, ModelDimensions identity, String id, Instant from, @Nullable Instant to) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        dimensions.putAll(fact.dimensions());
        ModelDimensions.removeFrom(dimensions);
        identity.addTo(dimensions);
        return fact.version(
                id,
                dimensions,
                identity.code(),
                identity.name() == null ? fact.name() : identity.name(),
                fact.decision(),
                from,
                to);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
