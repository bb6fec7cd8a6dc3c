package vn.dvk.reporting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.dvk.reporting.events.Installations;

/** Whose events are read: every reader of topics gets its events through {@link Installations}. */
@Configuration(proxyBeanMethods = false)
class InstallationsWiring {

    @Bean
    Installations installations(Environment environment) {
        return FollowedTopics.installations(environment);
    }
}
