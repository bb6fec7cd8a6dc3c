package vn.dvk.service.sample;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.EventTypes;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.kit.stream.Streams;

/** One stream kind, one controller, one handler. */
@SpringBootApplication
public class SampleService {

    public static final String TOPIC = "dvk.evaluation.v1";
    public static final String POSTED = "vn.dvk.sample.notice-posted.v1";

    /** What it reads. */
    public static final String ELSEWHERE = "/dvk/local/registration";

    public static final String HAPPENED = "vn.dvk.elsewhere.happened.v1";

    /** One document per subject: the positions that were applied, in order. */
    public static final String ARRIVALS = "arrivals";

    @Bean
    Streams<Board.Post, Board, Board.Event> boards(MongoDatabase database, Relay relay) {
        var kind = new StreamKind<>(
                "boards",
                "/dvk/local/sample",
                TOPIC,
                "",
                new Board.Rules(),
                EventTypes.of(Board.Event.class, Map.of(Board.Event.Posted.class, "posted")),
                board -> Map.of("notices", board.notices()),
                (board, recorded) -> switch (recorded.event()) {
                    case Board.Event.Posted posted -> List.of(new Publication(POSTED, posted.board(), posted));
                });
        return new Streams<>(kind, database, relay);
    }

    /** What goes wrong with the events of some subjects, for as long as a test wants. */
    public static final Map<String, Supplier<Throwable>> TROUBLES = new ConcurrentHashMap<>();

    @Bean
    EventHandler elsewhere(MongoDatabase database) {
        return new Projection(ELSEWHERE, () -> database.getCollection(ARRIVALS), IncomingEvent::subject)
                // Appends, which no real projection may do: so it shows when an event is applied twice.
                .on(HAPPENED, (document, event) -> {
                    var trouble = TROUBLES.get(event.subject());
                    if (trouble != null) {
                        SampleService.<RuntimeException>fail(trouble.get());
                    }
                    document.merge("trail", String.valueOf(event.position()), (trail, more) -> trail + " " + more);
                });
    }

    @SuppressWarnings("unchecked") // whatever it is, it is thrown as it is
    private static <T extends Throwable> void fail(Throwable trouble) throws T {
        throw (T) trouble;
    }
}
