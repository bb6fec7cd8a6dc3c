package vn.dvk.reporting.counting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.reporting.events.Installations;
import vn.dvk.reporting.projection.Directory;

/** What turns a caller's question into questions to the facts. */
@Configuration(proxyBeanMethods = false)
class CountingConfiguration {

    @Bean
    Counting counting(FactQueries facts, Directory directory, Installations installations) {
        return new Counting(facts, directory, installations);
    }
}
