package vn.dvk.reporting.messaging;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.reporting.directory.Directory;
import vn.dvk.reporting.query.Counting;
import vn.dvk.reporting.query.FactQueries;
import vn.dvk.reporting.store.Generations;
import vn.dvk.reporting.store.Projections;
import vn.dvk.reporting.store.Written;

/** The read store, what fills it, and what asks it. */
@Configuration(proxyBeanMethods = false)
class ReadStoreWiring {

    @Bean
    Generations generations(MongoDatabase database) {
        return new Generations(database);
    }

    @Bean
    Directory directory(Generations generations, Clock clock) {
        return new Directory(generations, clock);
    }

    @Bean
    Counting counting(FactQueries facts, Directory directory) {
        return new Counting(facts, directory);
    }

    @Bean
    EventHandler directoryEvents(Generations generations, Written written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler(Projections.DIRECTORY, generations, written, clock, meters);
    }

    @Bean
    EventHandler registrationEvents(Generations generations, Written written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler("/dvk/registration", generations, written, clock, meters);
    }

    @Bean
    EventHandler evaluationEvents(Generations generations, Written written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler("/dvk/evaluation", generations, written, clock, meters);
    }

    @Bean
    EventHandler awardsEvents(Generations generations, Written written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler("/dvk/awards", generations, written, clock, meters);
    }
}
