package vn.dvk.spec;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * One message of MongoDB's wire protocol: a header of four numbers, then, in an {@code OP_MSG}, flags and sections, of
 * which the one of kind 0 is the command or the reply.
 */
record WireMessage(byte[] bytes) {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;
    private static final int LARGEST = 48_000_000;

    /** The next one, or null when there will be none. */
    static @Nullable WireMessage read(DataInputStream from) throws IOException {
        var length = new byte[4];
        try {
            from.readFully(length);
            var total = little(length).getInt();
            if (total < HEADER || total > LARGEST) {
                throw new IOException("Not a message of MongoDB: its length would be " + total);
            }
            var bytes = new byte[total];
            System.arraycopy(length, 0, bytes, 0, 4);
            from.readFully(bytes, 4, total - 4);
            return new WireMessage(bytes);
        } catch (EOFException e) {
            return null;
        }
    }

    int id() {
        return little(bytes).getInt(4);
    }

    int responseTo() {
        return little(bytes).getInt(8);
    }

    /** The first name in a command, for example {@code update}; empty for the old handshake. */
    String command() {
        var document = document();
        return document == null || document.isEmpty() ? "" : document.getFirstKey();
    }

    /** The command or reply; null in messages older than {@code OP_MSG}. */
    @Nullable
    RawBsonDocument document() {
        var content = little(bytes);
        if (content.getInt(12) != OP_MSG) {
            return null;
        }
        content.position(HEADER + 4);
        while (content.remaining() > 4) {
            var kind = content.get();
            var length = content.getInt(content.position());
            if (kind == 0) {
                return new RawBsonDocument(bytes, content.position(), length);
            }
            content.position(content.position() + length);
        }
        return null;
    }

    /** The same reply with another content. */
    WireMessage with(BsonDocument document) {
        return message(id(), responseTo(), document);
    }

    /** An answer to this command. */
    WireMessage reply(BsonDocument document) {
        return message(-id(), id(), document);
    }

    private static WireMessage message(int id, int responseTo, BsonDocument document) {
        var body = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer();
        var total = HEADER + 4 + 1 + body.remaining();
        var message = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(total)
                .putInt(id)
                .putInt(responseTo)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0);
        message.put(body.asNIO());
        return new WireMessage(message.array());
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
