package vn.dvk.reporting.projection;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.reporting.events.ConsumedTypes;

/** The read store, and what fills it. */
@Configuration(proxyBeanMethods = false)
class ReadStoreWiring {

    @Bean
    Generations generations(MongoDatabase database) {
        return new Generations(database);
    }

    @Bean
    Directory directory(Generations generations, Clock clock) {
        return Directory.of(generations, clock);
    }

    @Bean
    EventHandler directoryEvents(Generations generations, WriteListener written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler(ConsumedTypes.DIRECTORY, generations, written, clock, meters);
    }

    @Bean
    EventHandler registrationEvents(Generations generations, WriteListener written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler("/dvk/registration", generations, written, clock, meters);
    }

    @Bean
    EventHandler evaluationEvents(Generations generations, WriteListener written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler("/dvk/evaluation", generations, written, clock, meters);
    }

    @Bean
    EventHandler awardsEvents(Generations generations, WriteListener written, Clock clock, MeterRegistry meters) {
        return new ReadStoreHandler("/dvk/awards", generations, written, clock, meters);
    }
}
