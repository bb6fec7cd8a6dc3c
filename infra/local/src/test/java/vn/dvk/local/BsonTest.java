package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BsonTest {

    private static final Document DOCUMENT = new Document("_id", "Dân vận khéo")
            .append("int", 1)
            .append("long", 1L)
            .append("double", 1.5)
            .append("yes", true)
            .append("nothing", null)
            .append("inner", new Document("list", List.of(1, new Document("a", "é"))))
            .append("list", List.of("a", List.of(2)))
            .append("empty", List.of())
            .append("time", Instant.EPOCH)
            .append("binary", new BinData(new byte[] {0, 1}))
            .append("uuid", new UUID(1, 2))
            .append("object", new ObjectId())
            .append("expression", new BsonRegularExpression("a.*", "i"))
            .append("last", "z");

    @Test
    void what_was_encoded_comes_back() {
        assertSame(Bson.decode(Bson.encode(DOCUMENT)), DOCUMENT);
    }

    @Test
    void each_field_can_be_had_without_the_others() {
        var bson = Bson.encode(DOCUMENT);
        DOCUMENT.forEach((field, value) -> assertSame(Bson.decode(bson, Set.of(field)), new Document(field, value)));
        assertSame(Bson.decode(bson, Set.of("last", "int")), new Document("int", 1).append("last", "z"));
    }

    @Test
    void a_query_names_the_fields_it_depends_on_or_none() {
        var part = new Document("view.unit", "u1");
        assertThat(new Query(new Document("version", 1).append("$or", List.of(part))).fields())
                .containsExactlyInAnyOrder("version", "view");
        assertThat(new Query(new Document("$expr", part)).fields()).isNull();
        assertThat(new Query(new Document("$and", List.of(new Document("$where", "1")))).fields())
                .isNull();
    }

    /** To the byte: not all of the library's values know when they are equal. */
    private static void assertSame(Document one, Document other) {
        assertThat(Bson.encode(one)).isEqualTo(Bson.encode(other));
    }
}
