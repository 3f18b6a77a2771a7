package fr.educentre.assidu.access;

import java.lang.reflect.Method;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.stereotype.Controller;

/**
 * Rights of service methods, checked before their transaction begins. REST handlers have their own order of refusals, where the
 * resource is looked for between the role and the content.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(prePostEnabled = false, proxyTargetClass = true)
class MethodSecurityConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AuthorizationManagerBeforeMethodInterceptor decidedMethods() {
        var interceptor =
                new AuthorizationManagerBeforeMethodInterceptor(new DecidedMethods(), new MethodAuthorization());
        interceptor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder());
        return interceptor;
    }

    private static final class DecidedMethods extends StaticMethodMatcherPointcut {

        private static final String OURS = "fr.educentre.assidu.";

        DecidedMethods() {
            setClassFilter(type ->
                    type.getName().startsWith(OURS) && !AnnotatedElementUtils.hasAnnotation(type, Controller.class));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return MethodDecision.of(method, type) != null;
        }
    }
}
