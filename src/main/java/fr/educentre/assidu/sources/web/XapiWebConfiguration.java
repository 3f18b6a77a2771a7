package fr.educentre.assidu.sources.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class XapiWebConfiguration implements WebMvcConfigurer {

    private final XapiCredentials credentials;

    XapiWebConfiguration(XapiCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(credentials).addPathPatterns("/xapi", "/xapi/**");
    }
}
