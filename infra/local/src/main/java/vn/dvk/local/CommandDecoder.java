package vn.dvk.local;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads commands; a document that is to be kept as it is stays the bytes it came as, {@link Bson#sealed sealed}. */
final class CommandDecoder extends MongoWireProtocolHandler {

    private static final int HEADER_BYTES = 16;
    private static final int OP_CODE = 12;

    @Override
    protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        if (!isPlainMessage(in)) {
            return super.decode(context, in);
        }
        var length = in.getIntLE(in.readerIndex());
        return in.readableBytes() < length ? null : read(context, in.readSlice(length));
    }

    /** Neither of an earlier protocol nor with flags, a checksum among them; nor too long. */
    private static boolean isPlainMessage(ByteBuf in) {
        var start = in.readerIndex();
        return in.readableBytes() >= HEADER_BYTES + Integer.BYTES
                && in.getIntLE(start) <= MAX_MESSAGE_SIZE_BYTES
                && in.getIntLE(start + OP_CODE) == OpCode.OP_MSG.getId()
                && in.getIntLE(start + HEADER_BYTES) == 0;
    }

    private static MongoMessage read(ChannelHandlerContext context, ByteBuf message) {
        var header = new MessageHeader(message.readIntLE(), message.readIntLE(), message.readIntLE());
        message.skipBytes(2 * Integer.BYTES); // the operation and the flags
        var command = new Document();
        var sequences = new Document();
        while (message.isReadable()) {
            var kind = message.readByte();
            switch (kind) {
                case MongoMessage.SECTION_KIND_BODY -> command.putAll(BsonDecoder.decodeBson(message));
                case MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE -> readSequence(message, sequences);
                default -> throw new IllegalArgumentException("Unexpected section kind: " + kind);
            }
        }
        command.putAll(sequences); // its first field names the command
        return new MongoMessage(context.channel(), header, command);
    }

    private static void readSequence(ByteBuf message, Document sequences) {
        var start = message.readerIndex();
        var end = start + message.readIntLE();
        var name = BsonDecoder.decodeCString(message);
        var documents = new ArrayList<Document>();
        while (message.readerIndex() < end) {
            documents.add(
                    switch (name) {
                        case "documents" -> Bson.sealed(Bson.take(message)); // of an insert
                        case "updates" -> Bson.decodeUpdate(Bson.take(message));
                        default -> BsonDecoder.decodeBson(message);
                    });
        }
        sequences.put(name, documents);
    }
}
