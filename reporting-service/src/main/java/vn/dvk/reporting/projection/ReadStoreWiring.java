package vn.dvk.reporting.projection;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.intake.EventHandlers;
import vn.dvk.reporting.events.Installations;

/** The read store, and what fills it. */
@Configuration(proxyBeanMethods = false)
class ReadStoreWiring {

    @Bean
    Generations generations(MongoDatabase database, Installations installations) {
        return new Generations(database, installations.all());
    }

    @Bean
    Directory directory(Generations generations, Clock clock) {
        return Directory.of(generations, clock);
    }

    /** One per source: each service of each installation. */
    @Bean
    EventHandlers eventHandlers(
            Installations installations,
            Generations generations,
            WriteListener written,
            Clock clock,
            MeterRegistry meters) {
        var own = Projections.sources(List.of(installations.own()));
        var handlers = Projections.sources(installations.all()).stream()
                .map(source -> new ReadStoreHandler(source, own.contains(source), generations, written, clock, meters))
                .toList();
        return () -> handlers;
    }
}
