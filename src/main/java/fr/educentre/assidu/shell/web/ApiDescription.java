package fr.educentre.assidu.shell.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How calls are described: each type under a name of its own, and null where an answer may hold it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** First of all converters registered, and thus the last one asked: it takes the place of the library's own. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelConverter namedSchemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    ModelConverter nullableParts(ObjectMapperProvider mappers) {
        return new NullableParts(mappers.jsonMapper());
    }
}
