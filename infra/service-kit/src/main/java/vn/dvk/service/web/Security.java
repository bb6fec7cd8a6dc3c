package vn.dvk.service.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import vn.dvk.service.Recently;
import vn.dvk.service.ServiceProperties;

/**
 * Deny by default. A token of our issuer for our audience, with a role at some unit, may read; {@link Allowed} says
 * who may change things; health and the service's public paths need no token.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
public class Security {

    private static final String[] ROLES = {"OFFICER", "REVIEWER", "COUNCIL", "AUTHORITY", "VIEWER", "ADMINISTRATOR"};

    @Bean
    static AnnotationTemplateExpressionDefaults rolesInAnnotations() {
        return new AnnotationTemplateExpressionDefaults();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ServiceProperties service, ProblemWriter problems) {
        var refusals = new SecurityLog(problems);
        return http.csrf(csrf -> csrf.disable()) // no cookies here: every request carries its token
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(open(service))
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAuthority("SCOPE_metrics")
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers("/api/**")
                        .hasAnyRole(ROLES)
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint(refusals::unauthenticated)
                        .accessDeniedHandler(refusals::notAllowed)
                        .withObjectPostProcessor(new SaysWhenTheIssuerIsAway(refusals)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusals::notAllowed))
                .build();
    }

    /** The decoder asks the issuer for its keys at the first token, and says in a way of its own that it got none. */
    @Bean
    static BeanPostProcessor tellsThatTheIssuerIsAway() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SupplierJwtDecoder decoder ? new PatientDecoder(decoder) : bean;
            }
        };
    }

    /** A page, or a program at work, sends the same token many times a second: its signature is checked once in each. */
    private record PatientDecoder(JwtDecoder decoder, Recently<Jwt> checked) implements JwtDecoder {

        private static final int MOST = 1_000;

        PatientDecoder(JwtDecoder decoder) {
            this(decoder, new Recently<>(MOST));
        }

        @Override
        public Jwt decode(String token) {
            try {
                var tokens = checked.find(List.of(token), _ -> Map.of(token, decoder.decode(token)));
                return Objects.requireNonNull(tokens.get(token));
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The issuer's keys cannot be had", e);
            }
        }
    }

    /** A request is observed as a whole: each filter and each decision by itself cost more than it told. */
    @Bean
    static SecurityObservationSettings notFilterByFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** A method that is not in HTTP's list is answered like any other that an address does not take. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** A token that never ends, or is nobody's, is none, whoever signed it. */
    @Bean
    OAuth2TokenValidator<Jwt> endsAndIsSomebodys() {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    }

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer fewFetchesOfKeys() {
        return builder -> builder.restOperations(new KeySetCache());
    }

    /** Addresses that try to hide something, such as {@code ;} or an encoded slash, do not even reach the rules above. */
    @Bean
    RequestRejectedHandler rejected(ProblemWriter problems) {
        return (request, response, _) -> problems.write(request, response, WebReason.MALFORMED_ADDRESS);
    }

    private static String[] open(ServiceProperties service) {
        var paths = new ArrayList<>(service.publicPaths());
        if (service.docs()) {
            paths.addAll(List.of("/v3/api-docs", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**"));
        }
        // Never empty, because no pattern at all would mean every request.
        paths.add("/actuator/health");
        return paths.toArray(String[]::new);
    }

    private static JwtAuthenticationConverter roles() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(Security::authorities);
        return converter;
    }

    private static List<GrantedAuthority> authorities(Jwt token) {
        var authorities = new ArrayList<GrantedAuthority>();
        for (var assignment : Person.of(token).assignments()) {
            authorities.add(new SimpleGrantedAuthority("ROLE_" + assignment.role()));
        }
        if (scopes(token).contains("metrics")) {
            authorities.add(new SimpleGrantedAuthority("SCOPE_metrics"));
        }
        return authorities;
    }

    /** Issuers write a list or, as in RFC 8693, one text with blanks. */
    private static List<?> scopes(Jwt token) {
        return switch (token.getClaims().get("scope")) {
            case List<?> scopes -> scopes;
            case String text -> List.of(text.split(" "));
            case null, default -> List.of();
        };
    }

    /** A token cannot be checked while the issuer's keys cannot be had: that is not the caller's fault. */
    private record SaysWhenTheIssuerIsAway(SecurityLog refusals)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler((request, response, failure) -> {
                if (failure instanceof AuthenticationServiceException) {
                    refusals.issuerAway(request, response, failure);
                } else {
                    refusals.unauthenticated(request, response, failure);
                }
            });
            return filter;
        }
    }
}
