package vn.dvk.reporting.projection.rebuild;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.service.ServiceProperties;

@Configuration(proxyBeanMethods = false)
class RebuildWiring {

    @Bean
    Rebuilds rebuilds(
            GrouplessConsumers consumers,
            ServiceProperties service,
            Generations generations,
            WaitingRoom room,
            MongoDatabase database,
            Clock clock) {
        return new Rebuilds(consumers, service, generations, room, database, clock);
    }
}
