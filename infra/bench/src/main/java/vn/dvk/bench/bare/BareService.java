package vn.dvk.bench.bare;

import com.mongodb.client.MongoClients;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The same HTTP server with the same check of tokens as every service has, and nothing of the kits. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({BareCommand.class, BareChain.class, BareFanOut.class})
public class BareService {

    /** Arguments: port, issuer, store, broker. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(BareService.class);
        application.setDefaultProperties(Map.of(
                "server.address",
                "127.0.0.1",
                "server.port",
                arguments[0],
                "spring.threads.virtual.enabled",
                "true",
                "spring.main.banner-mode",
                "off",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                arguments[1],
                "spring.security.oauth2.resourceserver.jwt.audiences",
                "dvk",
                "spring.security.oauth2.resourceserver.jwt.jws-algorithms",
                "RS256",
                "bare.port",
                arguments[0],
                "bare.store",
                arguments[2],
                "bare.broker",
                arguments[3]));
        application.run();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/live", "/fan", "/ready")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
                .build();
    }

    @Bean(destroyMethod = "close")
    com.mongodb.client.MongoClient store(
            @org.springframework.beans.factory.annotation.Value("${bare.store}") String uri) {
        return MongoClients.create(uri + "/?w=majority&readConcernLevel=majority");
    }
}
