package fr.educentre.assidu.shell;

import java.time.Duration;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

/** Turns of {@link UnpacksFile}: after the rights are looked at, before a transaction holds a connection. */
@Configuration(proxyBeanMethods = false)
class FileTurnsConfiguration {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 6;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor fileTurns() {
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(UnpacksFile.class),
                new FileTurns(AT_ONCE, WAITING, LONGEST_WAIT));
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder() + 1);
        return advisor;
    }
}
