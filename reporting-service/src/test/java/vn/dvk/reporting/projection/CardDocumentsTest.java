package vn.dvk.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.running.Model;

class CardDocumentsTest {

    private static final DocumentCodec CODEC = new DocumentCodec();

    /** A rebuild keeps a card in memory until all its events are there; live, it comes back from the store for each. */
    @Test
    void a_card_says_the_same_whether_it_was_in_the_store_meanwhile_or_not() {
        var events = new Model("NA-2024", Instant.parse("2024-03-01T02:00:00.123456789Z"))
                .opened("2024-03-01")
                .step("CARRY_OUT", 3, "2024-04-01")
                .incoming();
        var gathered = new Document();
        events.forEach(event -> CardDocuments.append(gathered, event));
        CardDocuments.derive(gathered);

        var live = new Document();
        for (var event : events) {
            CardDocuments.append(live, event);
            live = stored(live);
        }
        CardDocuments.derive(live);

        assertThat(stored(gathered)).isEqualTo(stored(live));
    }

    private static Document stored(Document card) {
        var bson = new BsonDocument();
        CODEC.encode(
                new BsonDocumentWriter(bson), card, EncoderContext.builder().build());
        return CODEC.decode(bson.asBsonReader(), DecoderContext.builder().build());
    }
}
