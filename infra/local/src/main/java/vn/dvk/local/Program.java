package vn.dvk.local;

import java.util.List;
import java.util.Map;

/**
 * One process of the platform.
 *
 * @param name what people call it, and the name of its log
 * @param command executable and arguments; carries {@link #marker}
 * @param environment added to the supervisor's own
 * @param ports it listens on, with what each is for
 * @param readiness tells when it serves
 */
record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Map<Integer, String> ports,
        Readiness readiness) {

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = Map.copyOf(ports);
    }

    /** Asks a process whether it serves. */
    @FunctionalInterface
    interface Readiness {
        boolean reached(long pid);
    }

    /**
     * An argument by which a process is known as ours, so that what a killed supervisor left behind is found, and nothing
     * else is ever stopped, even where a process id has been given to another program since.
     */
    static String marker(Settings settings, String name) {
        return "-Ddvk.program=" + settings.home() + "#" + name;
    }
}
