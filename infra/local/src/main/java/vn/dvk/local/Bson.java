package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Documents as the bytes they have on the wire. */
final class Bson {

    private static final int USUAL_BYTES = 1 << 10;

    /** No field of a document can have this name. */
    private static final String SEAL = "\0";

    /** Names of an array's values. */
    private static final String[] NUMBERS =
            IntStream.range(0, 1_000).mapToObj(Integer::toString).toArray(String[]::new);

    private Bson() {}

    static byte[] encode(Document document) {
        var buffer = Unpooled.buffer(USUAL_BYTES);
        encode(document, buffer);
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    /** Like the library's encoder, but that a document's bytes may be there already, and that arrays stay arrays. */
    static void encode(Map<?, ?> document, ByteBuf out) {
        if (document instanceof Document one && seal(one) instanceof byte[] bytes) {
            out.writeBytes(bytes);
            return;
        }
        var start = begin(out);
        document.forEach((name, value) -> encode((String) name, value, out));
        end(start, out);
    }

    private static void encode(Collection<?> values, ByteBuf out) {
        var start = begin(out);
        var number = 0;
        for (var value : values) {
            encode(number < NUMBERS.length ? NUMBERS[number] : Integer.toString(number), value, out);
            number++;
        }
        end(start, out);
    }

    /** Room for the length, which is known at the end. */
    private static int begin(ByteBuf out) {
        var start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private static void end(int start, ByteBuf out) {
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(start, out.writerIndex() - start);
    }

    private static void encode(String name, @Nullable Object value, ByteBuf out) {
        var type = BsonEncoder.determineType(value);
        out.writeByte(type);
        ByteBufUtil.writeUtf8(out, name);
        out.writeByte(BsonConstants.STRING_TERMINATION);
        switch (value) {
            case Map<?, ?> document -> encode(document, out);
            case Collection<?> values -> encode(values, out);
            case String text -> encodeText(text, out);
            case null, default -> BsonEncoder.encodeValue(type, value, out);
        }
    }

    private static void encodeText(String text, ByteBuf out) {
        var start = out.writerIndex();
        out.writeIntLE(0);
        ByteBufUtil.writeUtf8(out, text);
        out.writeByte(BsonConstants.STRING_TERMINATION);
        out.setIntLE(start, out.writerIndex() - start - Integer.BYTES);
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** What does something with a field whose type and name have been read; all of its value has to be read too. */
    private interface FieldReader {
        void read(byte type, String name, ByteBuf buffer);
    }

    private static void readFields(byte[] bytes, FieldReader reader) {
        var buffer = Unpooled.wrappedBuffer(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            reader.read(type, BsonDecoder.decodeCString(buffer), buffer);
        }
    }

    /** Only these fields of it: what nobody asks for is passed over, which is much quicker. */
    static Document decode(byte[] bytes, Set<String> fields) {
        var document = new Document();
        readFields(bytes, (type, name, buffer) -> {
            if (fields.contains(name)) {
                document.put(name, BsonDecoder.decodeValue(type, buffer));
            } else {
                passOver(type, buffer);
            }
        });
        return document;
    }

    /** The bytes of a document that has only these fields of it. */
    static byte[] only(Set<String> fields, byte[] bytes) {
        var out = Unpooled.buffer(bytes.length);
        var start = begin(out);
        readFields(bytes, (type, name, buffer) -> {
            var from = buffer.readerIndex();
            passOver(type, buffer);
            if (fields.contains(name)) {
                out.writeByte(type);
                ByteBufUtil.writeUtf8(out, name);
                out.writeByte(BsonConstants.STRING_TERMINATION);
                out.writeBytes(buffer, from, buffer.readerIndex() - from);
            }
        });
        end(start, out);
        var some = new byte[out.readableBytes()];
        out.readBytes(some);
        return some;
    }

    private static void passOver(byte type, ByteBuf buffer) {
        switch (type) {
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                buffer.skipBytes(buffer.readIntLE() - Integer.BYTES);
            case BsonConstants.TYPE_UTF8_STRING -> buffer.skipBytes(buffer.readIntLE());
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }

    static List<Document> decoding(List<byte[]> documents) {
        return whenAskedFor(documents, Bson::decode);
    }

    static List<Document> sealed(List<byte[]> documents) {
        return whenAskedFor(documents, Bson::sealed);
    }

    /** Stands for a document on its way between the wire and what is kept, where nobody else looks into it. */
    static Document sealed(byte[] bytes) {
        return new Document(SEAL, bytes);
    }

    /** @return null if it is a document like any other */
    static byte @Nullable [] seal(Document document) {
        return document.get(SEAL) instanceof byte[] bytes ? bytes : null;
    }

    /** The bytes of the next document. */
    static byte[] take(ByteBuf buffer) {
        var bytes = new byte[buffer.getIntLE(buffer.readerIndex())];
        buffer.readBytes(bytes);
        return bytes;
    }

    /** A statement of an update command; a whole document that takes another's place is sealed in it. */
    static Document decodeUpdate(byte[] bytes) {
        var update = new Document();
        readFields(bytes, (type, name, buffer) -> {
            if (name.equals("u") && type == BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
                var change = take(buffer);
                update.put(name, isWhole(change) ? sealed(change) : decode(change));
            } else {
                update.put(name, BsonDecoder.decodeValue(type, buffer));
            }
        });
        return update;
    }

    /** Not one that says what to change. */
    private static boolean isWhole(byte[] bytes) {
        var operators = new ArrayList<String>();
        readFields(bytes, (type, name, buffer) -> {
            passOver(type, buffer);
            if (name.startsWith("$")) {
                operators.add(name);
            }
        });
        return operators.isEmpty();
    }

    /** Each is made when it is asked for, so that a long list of them need not fit into memory at once. */
    private static List<Document> whenAskedFor(List<byte[]> documents, Function<byte[], Document> made) {
        return new AbstractList<>() {
            @Override
            public Document get(int index) {
                return made.apply(documents.get(index));
            }

            @Override
            public int size() {
                return documents.size();
            }
        };
    }
}
