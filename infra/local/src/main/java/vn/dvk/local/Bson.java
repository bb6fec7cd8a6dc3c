package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.util.AbstractList;
import java.util.List;

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
