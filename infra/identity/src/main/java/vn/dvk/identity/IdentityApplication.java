package vn.dvk.identity;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the local issuer. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IdentityApplication {

    private static final int DEFAULT_PORT_BASE = 18080;

    public static void main(String[] args) {
        application(System.getenv()).run(args);
    }

    /**
     * The application as it is always started, in tests too: with its refusals and with the ports that follow the base.
     *
     * @param environment {@code DVK_PORT_BASE} moves all ports of the platform together
     */
    static SpringApplication application(Map<String, String> environment) {
        var base = Integer.parseInt(environment.getOrDefault("DVK_PORT_BASE", "" + DEFAULT_PORT_BASE));
        var application = new SpringApplication(IdentityApplication.class);
        application.setDefaultProperties(Map.of("dvk.port.identity", base + 4, "dvk.port.gateway", base + 9));
        application.addInitializers(new LocalOnly());
        return application;
    }
}
