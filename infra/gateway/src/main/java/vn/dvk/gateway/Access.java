package vn.dvk.gateway;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.HttpSessionMutexListener;

/** The two doors: programs with a token of their own, and people with a session. */
@Configuration(proxyBeanMethods = false)
class Access {

    static final String ISSUER = "dvk";

    private static final String BEGIN = "/oauth2/authorization/" + ISSUER;
    private static final String BACK = "/login/oauth2/code/" + ISSUER;

    /** A session without a request for so long ends; within the life of a refresh token. */
    private static final Duration SIGNED_IN = Duration.ofHours(8);

    /** In the session: the path that somebody was on the way to, ours whatever a proxy makes of scheme and host. */
    private static final String PAGE = Access.class.getName() + ".page";

    /** For what the gateway says itself; a service's page brings a policy of its own, which stays. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static boolean carriesToken(HttpServletRequest request) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    }

    /** No session, no cookie, no judgment: the service checks the token. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        return http.securityMatcher(new AndRequestMatcher(Access::carriesToken, routed()))
                .csrf(csrf -> csrf.disable()) // another site cannot make a browser send a token
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .headers(Access::headers)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, GatewayProperties properties, ClientRegistrationRepository issuer, Problems problems)
            throws Exception {
        var own = origin(properties.address());
        return http.csrf(csrf ->
                        csrf.requireCsrfProtectionMatcher(request -> Browsers.changesFromElsewhere(request, own)))
                .requestCache(cache -> cache.disable()) // PAGE instead
                .headers(Access::headers)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(Routes.PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(BEGIN)
                        .tokenEndpoint(token -> token.accessTokenResponseClient(codes(properties)))
                        .successHandler((request, response, _) -> {
                            var session = request.getSession();
                            session.setMaxInactiveInterval((int) SIGNED_IN.toSeconds());
                            var page = session.getAttribute(PAGE);
                            session.removeAttribute(PAGE);
                            response.sendRedirect(page instanceof String path ? path : "/");
                        })
                        .failureHandler(
                                (request, response, _) -> problems.write(request, response, Problem.SIGN_IN_FAILED)))
                .logout(logout -> logout.logoutSuccessHandler(atTheIssuerToo(issuer, properties)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, _) -> {
                            if (Browsers.opensPage(request)) {
                                var query = request.getQueryString();
                                request.getSession()
                                        .setAttribute(
                                                PAGE, request.getRequestURI() + (query == null ? "" : "?" + query));
                                response.sendRedirect(BEGIN);
                            } else {
                                problems.write(request, response, Problem.UNAUTHENTICATED);
                            }
                        })
                        .accessDeniedHandler((request, response, refusal) -> problems.write(
                                request,
                                response,
                                refusal instanceof CsrfException ? Problem.CROSS_SITE : Problem.NOT_ALLOWED)))
                .build();
    }

    /** Written down here instead of asked for: the gateway starts while the issuer is down. */
    @Bean
    ClientRegistrationRepository issuer(GatewayProperties properties) {
        var issuer = properties.issuer().toString();
        var endpoints = properties.endpoints();
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(ISSUER)
                .clientId("dvk-gateway")
                .clientSecret(properties.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(origin(properties.address()) + BACK)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .issuerUri(issuer)
                .authorizationUri(issuer + endpoints.authorization())
                .tokenUri(issuer + endpoints.token())
                .jwkSetUri(issuer + endpoints.keys())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", issuer + endpoints.endSession()))
                .build());
    }

    /** In the session, not by name: two browsers of one person have tokens of their own. */
    @Bean
    OAuth2AuthorizedClientRepository tokensInTheSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** @param clock another one in tests only, to let an access token grow old */
    @Bean
    OAuth2AuthorizedClientManager tokens(
            ClientRegistrationRepository issuer,
            OAuth2AuthorizedClientRepository sessions,
            GatewayProperties properties,
            ObjectProvider<Clock> clock) {
        var refreshes = new RestClientRefreshTokenTokenResponseClient();
        refreshes.setRestClient(issuerClient(properties));
        var manager = new DefaultOAuth2AuthorizedClientManager(issuer, sessions);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refresh ->
                        refresh.accessTokenResponseClient(refreshes).clock(clock.getIfAvailable(Clock::systemUTC)))
                .build());
        return new SessionTokens(manager);
    }

    /** Gives each session the mutex that {@link SessionTokens} takes. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionMutexListener> sessionMutex() {
        return new ServletListenerRegistrationBean<>(new HttpSessionMutexListener());
    }

    @Bean
    ServletContextInitializer cookieTravelsEncrypted(GatewayProperties properties) {
        return context -> context.getSessionCookieConfig().setSecure(properties.secure());
    }

    private static RequestMatcher routed() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.of(Routes.PUBLIC, Routes.APIS)
                .flatMap(Arrays::stream)
                .<RequestMatcher>map(paths::matcher)
                .toList());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    private static RestClientAuthorizationCodeTokenResponseClient codes(GatewayProperties properties) {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(issuerClient(properties));
        return codes;
    }

    /** As the library's own, which would wait for ever. */
    private static RestClient issuerClient(GatewayProperties properties) {
        var connection = Connections.client(properties.connectTimeout());
        connection.setReadTimeout(properties.issuerTimeout());
        return RestClient.builder()
                .requestFactory(connection)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static OidcClientInitiatedLogoutSuccessHandler atTheIssuerToo(
            ClientRegistrationRepository issuer, GatewayProperties properties) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        handler.setPostLogoutRedirectUri(origin(properties.address()) + "/");
        return handler;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
