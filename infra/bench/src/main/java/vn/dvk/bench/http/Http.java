package vn.dvk.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection kept open, one request at a time. */
public final class Http implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    /** What came back. */
    public record Answer(int status, String body) {

        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    private final URI server;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private boolean close;

    public Http(URI server) {
        this.server = server;
    }

    private void open() throws IOException {
        if (socket == null) {
            var opened = new Socket(server.getHost(), server.getPort());
            if (opened.getLocalPort() == opened.getPort()) {
                // Where nobody listens yet, on a port that the system may give out, one can be connected to oneself.
                opened.close();
                throw new ConnectException("nobody listens");
            }
            opened.setTcpNoDelay(true);
            opened.setSoTimeout(PATIENCE_MS);
            socket = opened;
            in = new BufferedInputStream(opened.getInputStream(), 16 << 10);
            out = opened.getOutputStream();
        }
    }

    /** @throws IOException also when the server has closed the connection; the next request opens another one */
    public Answer send(String method, String path, Map<String, String> headers, String body) throws IOException {
        try {
            open();
            write(method, path, headers, body);
            var answer = new Answer(head(), new String(body().readAllBytes(), StandardCharsets.UTF_8));
            if (close) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** An answer without an end. */
    public InputStream stream(String path) throws IOException {
        open();
        write("GET", path, Map.of("Accept", "text/event-stream"), "");
        var status = head();
        if (status != 200) {
            throw new IOException("HTTP " + status + " at " + path);
        }
        return body();
    }

    /** Says the request only; for who reads the bytes themselves. */
    public static byte[] request(URI server, String path) {
        return "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(path, server.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void write(String method, String path, Map<String, String> headers, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
        head.append(server.getAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        head.append("\r\n");
        var bytes = new ByteArrayOutputStream(head.length() + content.length);
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        out.write(bytes.toByteArray());
    }

    private long length;
    private boolean chunked;

    private int head() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        length = 0;
        chunked = false;
        close = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> close = value.equals("close");
                default -> {}
            }
        }
        return status;
    }

    private InputStream body() {
        return new Body(chunked ? 0 : length, chunked);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            var one = in.read();
            if (one < 0) {
                throw new EOFException("the connection was closed");
            }
            if (one == '\n') {
                return line.toString();
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
    }

    /** As long as the server has said, or chunk by chunk. */
    private final class Body extends InputStream {

        private long left;
        private final boolean inChunks;
        private boolean first = true;
        private boolean ended;

        Body(long left, boolean inChunks) {
            this.left = left;
            this.inChunks = inChunks;
        }

        private boolean hasMore() throws IOException {
            if (left == 0 && inChunks && !ended) {
                if (!first) {
                    line();
                }
                first = false;
                left = Long.parseLong(line().strip(), 16);
                if (left == 0) {
                    ended = true;
                    line();
                }
            }
            return left > 0;
        }

        @Override
        public int read() throws IOException {
            if (!hasMore()) {
                return -1;
            }
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            var read = in.read(bytes, from, (int) Math.min(most, left));
            if (read < 0) {
                throw new EOFException("the connection was closed in the middle of a body");
            }
            left -= read;
            return read;
        }
    }

    @Override
    public void close() throws IOException {
        var opened = socket;
        socket = null;
        if (opened != null) {
            opened.close();
        }
    }
}
