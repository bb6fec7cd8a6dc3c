package vn.dvk.service.web;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.stream.Outcome;

/**
 * Which versions of a thing the caller wants changed: {@code If-Match} and {@code If-None-Match} as RFC 9110 (13.1)
 * means them. A controller method takes it as an argument and hands each version it asks for to the command:
 *
 * <pre>{@code
 * expected.handle(version -> boards.handle(CommandEnvelope.of(id, command, cause, version)))
 * }</pre>
 *
 * <p>Without either header it is decided on whatever is there: most commands carry their own condition in the rules of
 * the business, and a caller that only sends what a person has typed has no version to name.
 */
public final class ExpectedVersion {

    /** On whatever is there. */
    public static final ExpectedVersion ANY = new ExpectedVersion(List.of(), List.of());

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)|\\s*,");

    /** A version no stream has, to be told the one it has. */
    private static final long NONE = -1;

    private static final int MAX_ATTEMPTS = 8;

    private final @Nullable Tags match;
    private final @Nullable Tags noneMatch;

    private ExpectedVersion(List<String> match, List<String> noneMatch) {
        this.match = match.isEmpty() ? null : Tags.of(match, false);
        this.noneMatch = noneMatch.isEmpty() ? null : Tags.of(noneMatch, true);
    }

    /**
     * @param match     the values of {@code If-Match}; a weak one matches nothing
     * @param noneMatch the values of {@code If-None-Match}
     * @throws Refused if they are not written as the RFC wants it
     */
    public static ExpectedVersion of(List<String> match, List<String> noneMatch) {
        return match.isEmpty() && noneMatch.isEmpty() ? ANY : new ExpectedVersion(match, noneMatch);
    }

    /** @param current 0 if there is no such thing yet */
    public boolean admits(long current) {
        return (match == null || match.contains(current)) && (noneMatch == null || !noneMatch.contains(current));
    }

    /**
     * Carries out a command at a version the caller admits. Where several are admitted, it is first asked at one that
     * cannot be, so that the stream says which it has; the store's guard holds all the same.
     *
     * @param attempt asks the stream at this version, or at whatever is there
     */
    public <S> Outcome<S> handle(Function<@Nullable Long, Outcome<S>> attempt) {
        if (match == null && noneMatch == null) {
            return attempt.apply(null);
        }
        var outcome = attempt.apply(noneMatch == null && match != null ? match.first() : NONE);
        for (var again = 1; again < MAX_ATTEMPTS; again++) {
            if (!(outcome instanceof Outcome.Overtaken<S>(var actual)) || !admits(actual)) {
                return outcome;
            }
            outcome = attempt.apply(actual);
        }
        return outcome;
    }

    /**
     * @param all      {@code *}: whatever there is
     * @param versions those of our own form; others are no versions of ours, and match nothing
     */
    private record Tags(boolean all, Set<Long> versions) {

        static Tags of(List<String> values, boolean weakToo) {
            if (values.size() == 1 && values.getFirst().strip().equals("*")) {
                return new Tags(true, Set.of());
            }
            var versions = new HashSet<Long>();
            for (var value : values) {
                var tag = TAG.matcher(value);
                for (var at = 0; at < value.length(); at = tag.end()) {
                    if (!tag.find(at) || tag.start() != at) {
                        throw new Refused(WebReason.MALFORMED_ETAG);
                    }
                    var name = tag.group(2);
                    if (name != null && name.matches("\\d{1,18}") && (weakToo || tag.group(1) == null)) {
                        versions.add(Long.parseLong(name));
                    }
                }
            }
            return new Tags(false, versions);
        }

        boolean contains(long current) {
            return all ? current > 0 : versions.contains(current);
        }

        long first() {
            return versions.isEmpty() ? NONE : Collections.min(versions);
        }
    }
}
