package vn.dvk.service.operations;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the store answers, asked of the service's own database. Boot's own indicator asks every database of the
 * server, which the service may have no right to see, for something the embedded store does not know.
 */
public class StoreHealth extends AbstractHealthIndicator {

    private final MongoDatabase database;

    public StoreHealth(MongoDatabase database) {
        super("The store cannot be looked at");
        this.database = database.withTimeout(2, TimeUnit.SECONDS);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try {
            database.runCommand(new Document("ping", 1));
            health.up();
        } catch (MongoException away) {
            // Not handed on: it would be logged with all its frames each time somebody asks, every few seconds.
            health.down()
                    .withDetail("store", "does not answer: " + away.getClass().getSimpleName());
        }
    }
}
