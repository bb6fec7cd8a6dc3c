package vn.dvk.service.web;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.Filter;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.service.ServiceProperties;

/** Causes, problems, answers, languages and limits for controllers. */
@Configuration(proxyBeanMethods = false)
public class WebKit {

    static final Locale VIETNAMESE = Locale.of("vi");

    /** Business dates are Vietnamese days, wherever the service runs. */
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The service's own sentences before the kit's. */
    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("problems", "kit-problems");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        // Also where nothing is filled in, so that an apostrophe is doubled in every text and not only in some.
        texts.setAlwaysUseMessageFormat(true);
        texts.setDefaultLocale(VIETNAMESE);
        return texts;
    }

    @Bean
    Problems problems(MessageSource texts) {
        return new Problems(texts);
    }

    @Bean
    Answers answers(Problems problems) {
        return new Answers(problems);
    }

    @Bean
    RowCheck rowCheck(Validator validator) {
        return new RowCheck(validator);
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper json, LocaleResolver locales) {
        return new ProblemWriter(problems, json, locales);
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    /** “Not in the future” means not after today in Vietnam: in the morning there it is still yesterday in UTC. */
    @Bean
    ValidationConfigurationCustomizer today(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock.withZone(VIETNAM));
    }

    @Bean
    ProblemAdvice problemAdvice(Problems problems) {
        return new ProblemAdvice(problems);
    }

    /** Vietnamese first, English beside it; whoever asks for anything else reads Vietnamese. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(VIETNAMESE, Locale.ENGLISH));
        resolver.setDefaultLocale(VIETNAMESE);
        return resolver;
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        return first(new SecurityHeaders(), 0);
    }

    @Bean
    FilterRegistrationBean<Correlation> correlation() {
        return first(new Correlation(), 10);
    }

    @Bean
    FilterRegistrationBean<AddressCheck> addressCheck(ProblemWriter problems) {
        return first(new AddressCheck(problems), 20);
    }

    @Bean
    FilterRegistrationBean<RequestLimit> requestLimit(ServiceProperties service, ProblemWriter problems) {
        return first(new RequestLimit(service.maxRequests(), service.maxWait(), problems), 30);
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    /** Behind security: nobody's body is kept before we know whose it is. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ServiceProperties service, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(
                new BodyLimit(service.maxBody().toBytes(), service.bodyDeadline(), problems));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    Tomcat tomcat(ServiceProperties service, ProblemWriter problems) {
        return new Tomcat(service, problems);
    }

    @Bean
    WebMvcConfigurer controllers(
            Clock clock, ObjectProvider<Tracer> tracer, AnnotationTemplateExpressionDefaults rolesInAnnotations) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(all -> all.removeIf(one -> !isWanted(one)));
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverter(String.class, LocalDate.class, StrictTime::day);
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new AllowedFirst(rolesInAnnotations));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestContextResolver(clock, tracer.getIfAvailable()));
                resolvers.add(new ExpectedVersionResolver());
            }
        };
    }

    /** JSON, and what is sent as it lies there: texts, bytes, files. No YAML, CBOR or XML, also where a library brings it. */
    private static boolean isWanted(HttpMessageConverter<?> converter) {
        return converter instanceof JacksonJsonHttpMessageConverter
                || converter instanceof StringHttpMessageConverter
                || converter instanceof ByteArrayHttpMessageConverter
                || converter instanceof ResourceHttpMessageConverter
                || converter instanceof ResourceRegionHttpMessageConverter;
    }
}
