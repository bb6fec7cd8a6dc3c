package vn.dvk.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/**
 * Lets go of a stream when its reader has left. Otherwise the client reads on until the service ends the answer, which
 * with a live stream is never.
 */
final class UnbufferedExchange extends RestClientProxyExchange {

    UnbufferedExchange(RestClient services, GatewayMvcProperties properties) {
        super(services, properties);
    }

    @Override
    protected int copyResponseBody(ClientHttpResponse answer, InputStream from, OutputStream to) throws IOException {
        try {
            return super.copyResponseBody(answer, from, to);
        } catch (IOException gone) {
            from.close();
            throw gone;
        }
    }
}
