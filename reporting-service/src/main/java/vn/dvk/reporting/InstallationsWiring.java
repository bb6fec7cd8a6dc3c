package vn.dvk.reporting;

import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.dvk.reporting.events.Installations;
import vn.dvk.service.IndexInitializer;

/** Whose events are read: every reader of topics gets its events through {@link Installations}. */
@Configuration(proxyBeanMethods = false)
class InstallationsWiring {

    @Bean
    Installations installations(Environment environment) {
        return FollowedTopics.installations(environment);
    }

    /** Of those that are followed, before anybody reads them. */
    @Bean
    IndexInitializer followedTopics(Installations installations, Environment environment, Admin admin) {
        return new MissingTopics(admin, FollowedTopics.own(environment), installations.others());
    }
}
