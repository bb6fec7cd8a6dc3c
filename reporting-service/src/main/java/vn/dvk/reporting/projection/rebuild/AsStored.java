package vn.dvk.reporting.projection.rebuild;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.io.ByteBufferBsonInput;

/**
 * A document as its bytes, which is enough to see that two say the same; they are taken apart only where they differ.
 *
 * @param seen the last position of every source stream
 */
record AsStored(String id, Map<String, Long> seen, Map<String, Field> content, RawBsonDocument bytes) {

    private static final DocumentCodec CODEC = new DocumentCodec();

    /** The value of one field. */
    record Field(BsonType type, ByteBuffer bytes) {}

    static AsStored of(RawBsonDocument bytes) {
        return new AsStored(bytes.getString("_id").getValue(), seen(bytes), content(bytes), bytes);
    }

    private static Map<String, Long> seen(RawBsonDocument bytes) {
        var positions = new HashMap<String, Long>();
        bytes.getDocument("seen", new BsonDocument()).forEach((stream, place) -> {
            if (place.isDocument()) {
                positions.put(stream, place.asDocument().getNumber("n").longValue());
            }
        });
        return positions;
    }

    private static Map<String, Field> content(RawBsonDocument bytes) {
        var fields = new HashMap<String, Field>();
        var buffer = bytes.getByteBuffer().asNIO();
        try (var reader = new BsonBinaryReader(new ByteBufferBsonInput(bytes.getByteBuffer()))) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                var type = reader.getCurrentBsonType();
                var name = reader.readName();
                var from = reader.getBsonInput().getPosition();
                reader.skipValue();
                var length = reader.getBsonInput().getPosition() - from;
                fields.put(name, new Field(type, buffer.slice(buffer.position() + from, length)));
            }
        }
        fields.keySet().removeAll(ContentHash.NO_CONTENT);
        return fields;
    }

    boolean saysTheSameAs(AsStored other) {
        return content.equals(other.content) || ContentHash.of(decoded()).equals(ContentHash.of(other.decoded()));
    }

    Document decoded() {
        return bytes.decode(CODEC);
    }

    /** Whether it lacks events of those that had been seen at the given positions. */
    boolean isBehind(Map<String, Long> read) {
        return read.entrySet().stream().anyMatch(stream -> seen.getOrDefault(stream.getKey(), 0L) < stream.getValue());
    }
}
