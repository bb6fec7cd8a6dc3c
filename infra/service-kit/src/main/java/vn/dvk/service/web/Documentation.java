package vn.dvk.service.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.envelope.RequestContext;

/** OpenAPI 3.1, from the controllers themselves. */
@Configuration(proxyBeanMethods = false)
public class Documentation {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(RequestContext.class, ExpectedVersion.class);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String name) {
        return new OpenAPI()
                .info(new Info()
                        .title("Dân vận khéo · " + name)
                        .version("v1")
                        .description("Errors are RFC 9457 problems with a stable `code`, in Vietnamese or English by"
                                + " `Accept-Language`. Every POST that changes something needs an `Idempotency-Key`;"
                                + " commands take `If-Match` and answer with an `ETag`."))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    /** The headers that stand behind an argument, and not in a controller's signature. */
    @Bean
    OperationCustomizer conditionalRequests() {
        return (operation, method) -> {
            for (var parameter : method.getMethodParameters()) {
                if (parameter.getParameterType() == ExpectedVersion.class) {
                    operation.addParametersItem(header("If-Match", "\"7\": only if this is the current version"));
                    operation.addParametersItem(header("If-None-Match", "*: only if there is none yet"));
                }
            }
            return operation;
        };
    }

    private static Parameter header(String name, String meaning) {
        return new HeaderParameter().name(name).description(meaning).schema(new StringSchema());
    }
}
