package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;

/** Documents as the bytes they have on the wire. */
final class Bson {

    private static final int USUAL_BYTES = 1 << 10;

    private Bson() {}

    static byte[] encode(Document document) {
        var buffer = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** Only these fields of it: what nobody asks for is passed over, which is much quicker. */
    static Document decode(byte[] bytes, Set<String> fields) {
        var document = new Document();
        var buffer = Unpooled.wrappedBuffer(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            var field = BsonDecoder.decodeCString(buffer);
            if (fields.contains(field)) {
                document.put(field, BsonDecoder.decodeValue(type, buffer));
            } else {
                passOver(type, buffer);
            }
        }
        return document;
    }

    private static void passOver(byte type, ByteBuf buffer) {
        switch (type) {
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                buffer.skipBytes(buffer.readIntLE() - Integer.BYTES);
            case BsonConstants.TYPE_UTF8_STRING -> buffer.skipBytes(buffer.readIntLE());
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }

    /** Each is made when it is asked for, so that a long list of them need not fit into memory at once. */
    static List<Document> decoding(List<byte[]> documents) {
        return new AbstractList<>() {
            @Override
            public Document get(int index) {
                return decode(documents.get(index));
            }

            @Override
            public int size() {
                return documents.size();
            }
        };
    }
}
