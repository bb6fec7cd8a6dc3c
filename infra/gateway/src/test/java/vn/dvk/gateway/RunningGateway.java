package vn.dvk.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The gateway between a real issuer and small services; awards is down. Started once for all tests. */
final class RunningGateway {

    static final Backend REGISTRATION = Backend.named("registration");
    static final Backend EVALUATION = Backend.named("evaluation");
    static final Backend REPORTING = Backend.named("reporting");

    private static final MovableClock CLOCK = new MovableClock();
    private static final int PORT = freePort();
    private static final URI ADDRESS = URI.create("http://127.0.0.1:" + PORT);
    private static final int ISSUER_PORT = freePort();

    // The gateway first: it has to start while the issuer is down.
    private static final ConfigurableApplicationContext APPLICATION = start();
    private static final Path HOME = home();
    private static volatile RunningIdentity identity = RunningIdentity.at(ISSUER_PORT, HOME, ADDRESS);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            APPLICATION.close();
            identity.close();
        }));
    }

    private RunningGateway() {}

    static URI address() {
        return ADDRESS;
    }

    static URI issuer() {
        return identity.address();
    }

    static void stopIssuer() {
        identity.close();
    }

    /** Its key and its people stay; sessions and refresh tokens do not. */
    static void startIssuer() {
        identity = RunningIdentity.at(ISSUER_PORT, HOME, ADDRESS);
    }

    /** Lets the sessions' access tokens grow old, as only the gateway sees it. */
    static void letTimePass(Duration time) {
        CLOCK.ahead = time;
    }

    private static ConfigurableApplicationContext start() {
        var application = GatewayApplication.application(Map.of());
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext beans) {
                beans.registerBean(Clock.class, () -> CLOCK);
            }
        });
        return application.run(
                "--server.port=" + PORT,
                "--DVK_GATEWAY=" + ADDRESS,
                "--DVK_ISSUER=http://127.0.0.1:" + ISSUER_PORT,
                "--DVK_REGISTRATION=" + REGISTRATION.address(),
                "--DVK_EVALUATION=" + EVALUATION.address(),
                "--DVK_AWARDS=http://127.0.0.1:" + freePort(),
                "--DVK_REPORTING=" + REPORTING.address());
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("dvk-gateway");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static final class MovableClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
