package vn.dvk.reporting.projection;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** One for what is described in the directory, one for what happens: each batch reads and writes its documents once. */
    @Bean
    EventHandlers eventHandlers(
            Installations installations,
            Generations generations,
            WriteListener written,
            Clock clock,
            MeterRegistry meters) {
        var own = Set.copyOf(Projections.sources(List.of(installations.own())));
        var handlers = Stream.of(
                        Projections.ofDirectory(installations.all()), Projections.ofHistory(installations.all()))
                .map(sources -> new ReadStoreHandler(sources, own, generations, written, clock, meters))
                .toList();
        return () -> handlers;
    }
}
