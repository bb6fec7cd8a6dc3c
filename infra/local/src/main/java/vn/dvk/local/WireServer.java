package vn.dvk.local;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoThreadFactory;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Speaks MongoDB's wire protocol as the library's own server does, but that documents come and go as bytes ({@link
 * CommandDecoder}, {@link ReplyEncoder}).
 */
final class WireServer implements AutoCloseable {

    private static final int LONGEST_END_SECONDS = 5;

    private final MongoBackend backend;
    private final EventLoopGroup accepting = group(1, "store-accept");
    private final EventLoopGroup answering;
    private final ChannelGroup clients;
    private final Channel listening;

    /**
     * @param threads each answers its connections one after the other
     * @throws IllegalStateException when the address is taken; nothing is left running then
     */
    WireServer(MongoBackend backend, SocketAddress address, int threads) {
        this.backend = backend;
        answering = group(threads, "store-answer");
        clients = new DefaultChannelGroup(answering.next());
        var bound = new ServerBootstrap()
                .group(accepting, answering)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new MongoWireReplyEncoder())
                                .addLast(new ReplyEncoder())
                                .addLast(new CommandDecoder())
                                .addLast(new MongoDatabaseHandler(backend, clients))
                                .addLast(new MongoExceptionHandler());
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        listening = bound.channel();
        if (!bound.isSuccess()) {
            close();
            throw new IllegalStateException("The store cannot listen on " + address, bound.cause());
        }
    }

    private static EventLoopGroup group(int threads, String name) {
        return new MultiThreadIoEventLoopGroup(threads, new MongoThreadFactory(name), NioIoHandler.newFactory());
    }

    /** Clients are cut off; what was acknowledged to them stays. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        accepting.shutdownGracefully(0, LONGEST_END_SECONDS, TimeUnit.SECONDS);
        answering.shutdownGracefully(0, LONGEST_END_SECONDS, TimeUnit.SECONDS);
        accepting.terminationFuture().syncUninterruptibly();
        answering.terminationFuture().syncUninterruptibly();
        backend.close();
    }
}
