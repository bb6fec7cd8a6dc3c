package vn.dvk.service.web;

import io.micrometer.tracing.Tracer;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
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
    JacksonModule cleanText() {
        return new SimpleModule("clean text").addDeserializer(String.class, new CleanText());
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
    FilterRegistrationBean<Correlation> correlation() {
        var registration = new FilterRegistrationBean<>(new Correlation());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ServiceProperties service) {
        var registration =
                new FilterRegistrationBean<>(new BodyLimit(service.maxBody().toBytes()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    WebMvcConfigurer causes(Clock clock, ObjectProvider<Tracer> tracer) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestContextResolver(clock, tracer.getIfAvailable()));
            }
        };
    }
}
