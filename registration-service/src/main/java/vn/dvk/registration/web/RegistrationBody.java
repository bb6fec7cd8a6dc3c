package vn.dvk.registration.web;

import java.util.Map;
import vn.dvk.registration.domain.registration.Registration;

/** What a command on a registration answers with. */
public final class RegistrationBody {

    private RegistrationBody() {}

    public static Map<String, ?> of(Registration state) {
        return switch (state) {
            case Registration.Unknown() -> Map.of();
            case Registration.Known known ->
                Map.of(
                        "id",
                        known.id(),
                        "code",
                        known.code(),
                        "state",
                        known.stage().name());
        };
    }
}
