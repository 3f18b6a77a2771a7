package fr.educentre.assidu.guide;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** The guide's pictures have addresses of their own, which come before those that are screens. */
@Configuration(proxyBeanMethods = false)
class GuidePictures {

    @Bean
    ResourceHttpRequestHandler guidePictureFiles() {
        var files = new ResourceHttpRequestHandler();
        files.setLocations(List.of(new ClassPathResource("guide/images/")));
        return files;
    }

    @Bean
    HandlerMapping guidePictureAddresses(ResourceHttpRequestHandler guidePictureFiles) {
        return new SimpleUrlHandlerMapping(Map.of("/aide-images/**", guidePictureFiles), Ordered.HIGHEST_PRECEDENCE);
    }
}
