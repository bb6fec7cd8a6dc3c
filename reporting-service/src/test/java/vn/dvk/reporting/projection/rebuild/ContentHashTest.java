package vn.dvk.reporting.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final Document CARD = new Document("_id", "m")
            .append("rev", 3L)
            .append("seen", new Document("registration", 2L))
            .append(
                    "events",
                    List.of(new Document("id", "e1").append("position", 1L).append("time", new Date(7))))
            .append("summary", new Document("unit", "NA").append("total", 5));

    @Test
    void sameContentSameHashHoweverItIsWritten() {
        var other = new Document("summary", new Document("total", 5L).append("unit", "NA"))
                .append("seen", new Document("registration", 9L))
                .append("rev", 17L)
                .append(
                        "events",
                        List.of(new Document("time", new Date(7))
                                .append("id", "another")
                                .append("position", 1)))
                .append("_id", "m");

        assertThat(ContentHash.of(other)).isEqualTo(ContentHash.of(CARD));
    }

    @Test
    void otherContentOtherHash() {
        var summary = CARD.get("summary", Document.class);
        assertThat(List.of(
                        with("summary", new Document(summary).append("total", 6)),
                        with("summary", new Document(summary).append("total", "5")),
                        with("summary", new Document(summary).append("more", null)),
                        with("events", List.of()),
                        with("_id", "n"),
                        with("facts", List.of())))
                .extracting(ContentHash::of)
                .doesNotHaveDuplicates()
                .doesNotContain(ContentHash.of(CARD));
    }

    private static Document with(String field, Object value) {
        return new Document(CARD).append(field, value);
    }
}
