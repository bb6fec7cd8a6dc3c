package vn.dvk.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Keeps the demo people, whose passwords are public, away from anything but the own machine. Runs before the first bean,
 * so that a refused start leaves neither an open port nor a key file behind.
 */
final class LocalOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Any other name may be somebody's word for production: it has to be put here before it is let in. */
    private static final Set<String> HARMLESS = Set.of("local", "demo", "dev", "test");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        refuseUnknownProfiles(environment);
        refuseOtherMachines(environment);
    }

    private static void refuseUnknownProfiles(Environment environment) {
        Stream.of(environment.getActiveProfiles())
                .filter(profile -> !HARMLESS.contains(profile))
                .findFirst()
                .ifPresent(profile -> {
                    throw new CannotStart(
                            "The local issuer must not run with the profile '%s': its people and passwords are public."
                                    .formatted(profile),
                            "Use Keycloak with infra/docker/keycloak/dvk-realm.json, or start without that profile.");
                });
    }

    private static void refuseOtherMachines(Environment environment) {
        var address = environment.getRequiredProperty("server.address");
        if (!isLoopback(address)) {
            throw new CannotStart(
                    "The local issuer must not listen on '%s': only this machine may reach it.".formatted(address),
                    "Remove the setting server.address (SERVER_ADDRESS), or set it to 127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
