package vn.dvk.reporting.read;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.dvk.reporting.counting.Filter;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.counting.Watermarks;

/** Filters as arguments of controllers, their description in the API documentation, and the service's texts. */
@Configuration(proxyBeanMethods = false)
class ReadWiring implements WebMvcConfigurer {

    private final ObjectProvider<Watermarks> watermarks;

    ReadWiring(ObjectProvider<Watermarks> watermarks) {
        this.watermarks = watermarks;
    }

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Filter.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FilterResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ParameterCheck(watermarks::getObject));
    }

    /** Beside the problems' texts, which every service has, the words of reports and pages. */
    @Bean
    SmartInitializingSingleton words(MessageSource texts) {
        return () -> ((AbstractResourceBasedMessageSource) texts).addBasenames("texts");
    }

    @Bean
    OperationCustomizer describeFilters() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == Filter.class)) {
                Parameters.described()
                        .forEach((name, meaning) -> operation.addParametersItem(new QueryParameter()
                                .name(name)
                                .description(meaning)
                                .required(false)
                                .schema(new StringSchema())));
            }
            return operation;
        };
    }
}
