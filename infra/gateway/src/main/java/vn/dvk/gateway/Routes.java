package vn.dvk.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.AfterFilterFunctions.removeResponseHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.AfterFilterFunctions.rewriteResponseHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.TokenRelayFilterFunctions.tokenRelay;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Which address leads where: {@code /registration/api/…} to the registration service's {@code /api/…}, and so for the
 * other three; the public page, its live stream and its assets lie at the root, as the reporting service has them.
 * Nothing else of a service is reached from outside: neither its health and metrics nor its documentation.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    static final String[] PUBLIC = {"/", "/live", "/assets/**", "/reporting/api/v1/overview"};
    static final String[] APIS = {"/registration/api/**", "/evaluation/api/**", "/awards/api/**", "/reporting/api/**"};

    /** Asks who it is and goes to the public page: what a link “sign in” leads to. */
    static final String SIGN_IN = "/login";

    private final Failures failures;

    Routes(Failures failures) {
        this.failures = failures;
    }

    @Bean
    RouterFunction<ServerResponse> addresses(GatewayProperties properties) {
        var services = properties.services();
        return api("registration", services.registration())
                .and(api("evaluation", services.evaluation()))
                .and(api("awards", services.awards()))
                .and(api("reporting", services.reporting()))
                .and(passedOn(route("pages"), path("/").or(path("/live")).or(path("/assets/**")), services.reporting())
                        .build())
                .and(route("sign-in")
                        .GET(
                                SIGN_IN,
                                _ -> ServerResponse.seeOther(URI.create("/")).build())
                        .build());
    }

    private RouterFunction<ServerResponse> api(String name, URI service) {
        return passedOn(route(name), path("/" + name + "/api/**"), service)
                .before(stripPrefix(1))
                // A service names its own addresses.
                .after(rewriteResponseHeader(HttpHeaders.LOCATION, "^/(?!/)", "/" + name + "/"))
                .build();
    }

    /** The filters that come first are the outermost. */
    private RouterFunctions.Builder passedOn(RouterFunctions.Builder route, RequestPredicate which, URI service) {
        return route.route(which, http())
                .filter(failures::answered)
                .before(uri(service))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .before(Routes::onlyTokens)
                .filter(tokenRelay())
                .after(removeResponseHeader(HttpHeaders.SET_COOKIE));
    }

    /** A password meant for somebody else is not passed on; a token is what the request came in with. */
    private static ServerRequest onlyTokens(ServerRequest request) {
        return Access.carriesToken(request.servletRequest())
                ? request
                : removeRequestHeader(HttpHeaders.AUTHORIZATION).apply(request);
    }
}
