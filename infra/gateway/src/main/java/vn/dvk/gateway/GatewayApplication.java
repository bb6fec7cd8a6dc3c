package vn.dvk.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    private static final int DEFAULT_PORT_BASE = 18080;

    public static void main(String[] args) {
        application(System.getenv()).run(args);
    }

    /**
     * The application as it is always started, in tests too: with the ports that follow the base.
     *
     * @param environment {@code DVK_PORT_BASE} moves all ports of the platform together
     */
    static SpringApplication application(Map<String, String> environment) {
        var base = Integer.parseInt(environment.getOrDefault("DVK_PORT_BASE", "" + DEFAULT_PORT_BASE));
        var application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(Map.of(
                "dvk.port.reporting", base,
                "dvk.port.registration", base + 1,
                "dvk.port.evaluation", base + 2,
                "dvk.port.awards", base + 3,
                "dvk.port.identity", base + 4,
                "dvk.port.gateway", base + 9));
        return application;
    }
}
