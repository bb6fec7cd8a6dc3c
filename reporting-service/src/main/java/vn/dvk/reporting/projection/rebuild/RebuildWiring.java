package vn.dvk.reporting.projection.rebuild;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.service.ServiceProperties;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RebuildWiring {

    @Bean
    Rebuilds rebuilds(
            GrouplessConsumers consumers,
            RecordReader reader,
            ServiceProperties service,
            Generations generations,
            WaitingRoom room,
            MongoDatabase database,
            Clock clock,
            @Value("${dvk.reporting.rebuild-silence:30s}") Duration silence) {
        var register = new RebuildRegister(database);
        return new Rebuilds(
                new Rebuilding(
                        consumers,
                        reader,
                        service.topics(),
                        generations,
                        () -> new KnownTrouble(service.service(), database, room)),
                generations,
                register,
                new RebuildWatch(register, silence, System::nanoTime),
                clock);
    }
}
