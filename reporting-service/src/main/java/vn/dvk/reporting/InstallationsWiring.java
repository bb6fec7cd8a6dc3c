package vn.dvk.reporting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.reporting.events.Installations;

/** Whose events are read: every reader of topics gets its events through one {@link RecordReader}. */
@Configuration(proxyBeanMethods = false)
class InstallationsWiring {

    @Bean
    Installations installations(Environment environment) {
        return FollowedTopics.installations(environment);
    }

    @Bean
    RecordReader recordReader(Installations installations) {
        return installations.reader();
    }
}
