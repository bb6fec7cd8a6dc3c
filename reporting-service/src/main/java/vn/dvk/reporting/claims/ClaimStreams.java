package vn.dvk.reporting.claims;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.kit.stream.Streams;
import vn.dvk.reporting.domain.claim.Claim;
import vn.dvk.reporting.domain.claim.ClaimCommand;
import vn.dvk.reporting.domain.claim.ClaimDecider;
import vn.dvk.reporting.domain.claim.ClaimEvent;
import vn.dvk.service.IndexInitializer;

/** Claims are streams of their own, beside everything that can be made again from the log. */
@Configuration(proxyBeanMethods = false)
class ClaimStreams {

    private static final String TOPIC = "dvk.reporting.v1";

    @Bean
    Streams<ClaimCommand, Claim, ClaimEvent> claims(Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        KeptClaims.COLLECTION,
                        here.source("reporting"),
                        TOPIC,
                        "",
                        new ClaimDecider(),
                        StoredTypes.CLAIM,
                        ClaimStreams::view,
                        ClaimPublisher::publish),
                database,
                relay);
    }

    private static Map<String, ?> view(Claim state) {
        return switch (state) {
            case Claim.NotEntered() -> Map.of();
            case Claim.Entered(var _, var statement) -> Json.toDocument(statement);
        };
    }

    @Bean
    IndexInitializer claimIndexes(MongoDatabase database) {
        return () -> database.getCollection(KeptClaims.COLLECTION)
                .createIndex(new Document("view.programme", 1).append("_id", 1));
    }
}
