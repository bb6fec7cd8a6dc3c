package vn.dvk.registration.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.registration.Registration;

/** What a command on a registration answers with. */
public final class RegistrationAnswer {

    private RegistrationAnswer() {}

    /** With the version, which is also the ETag: {@code {"id", "code", "state", "version"}}, and
     * {@code "proposal"} if one waits for a reviewer. */
    public static Function<Registration, Map<String, ?>> with(Outcome<Registration> outcome) {
        return state -> {
            var body = new LinkedHashMap<String, Object>(of(state));
            body.put("version", version(outcome));
            return body;
        };
    }

    /** One row of many. */
    public static Map<String, ?> of(Registration state) {
        return switch (state) {
            case Registration.Unknown() -> Map.of();
            case Registration.Known known -> {
                var body = new LinkedHashMap<String, Object>();
                body.put("id", known.id());
                body.put("code", known.code());
                body.put("state", known.stage().name());
                var proposal = known.since().proposal();
                if (proposal != null) {
                    body.put("proposal", proposal.kind().name());
                }
                yield body;
            }
        };
    }

    private static long version(Outcome<Registration> outcome) {
        return switch (outcome) {
            case Outcome.Stored<Registration> stored -> stored.version();
            case Outcome.Unchanged<Registration> unchanged -> unchanged.version();
            case Outcome.Refused<Registration> _,
                    Outcome.Overtaken<Registration> _,
                    Outcome.TooEarly<Registration> _,
                    Outcome.Forked<Registration> _ ->
                throw new IllegalStateException("Nothing was carried out, so there is no version");
        };
    }
}
