package vn.dvk.gateway;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** How the gateway talks to others: to the services without a limit for the answer, to the issuer with one. */
@Configuration(proxyBeanMethods = false)
class Connections {

    /** No time-out for reading: with this client it would be one for the whole exchange, and cut every live stream. */
    @Bean
    ProxyExchange services(GatewayProperties properties, GatewayMvcProperties gateway) {
        return new UnbufferedExchange(
                RestClient.builder()
                        .requestFactory(client(properties.connectTimeout()))
                        .build(),
                gateway);
    }

    static JdkClientHttpRequestFactory client(Duration connectTimeout) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(threads)
                .build();
        return new JdkClientHttpRequestFactory(client, threads);
    }
}
