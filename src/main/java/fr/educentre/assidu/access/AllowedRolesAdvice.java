package fr.educentre.assidu.access;

import fr.educentre.assidu.shell.Refusal;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;

/**
 * {@link AllowedRoles} on service methods. Work of the system itself (jobs, processes) carries no authentication and
 * passes; a visitor without an account carries an anonymous one and does not.
 */
@Configuration(proxyBeanMethods = false)
class AllowedRolesAdvice {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor allowedRolesAdvisor(ObjectProvider<CurrentActor> current) {
        ClassFilter notController = type -> !AnnotatedElementUtils.hasAnnotation(type, Controller.class);
        var pointcut = new org.springframework.aop.support.ComposablePointcut(notController)
                .intersection((org.springframework.aop.Pointcut)
                        new AnnotationMatchingPointcut(null, AllowedRoles.class, true));
        MethodInterceptor check = invocation -> {
            if (SecurityContextHolder.getContext().getAuthentication() != null) {
                AllowedRoles allowed = of(invocation.getMethod(), invocation.getThis());
                Actor actor = current.getObject().find().orElseThrow(Refusal::role);
                if (allowed != null && !Arrays.asList(allowed.value()).contains(actor.role())) {
                    throw Refusal.role();
                }
            }
            return invocation.proceed();
        };
        return new DefaultPointcutAdvisor(pointcut, check);
    }

    private static @Nullable AllowedRoles of(Method method, @Nullable Object target) {
        Method specific = target == null ? method : AopUtils.getMostSpecificMethod(method, target.getClass());
        AllowedRoles found = AnnotatedElementUtils.findMergedAnnotation(specific, AllowedRoles.class);
        return found != null ? found : AnnotatedElementUtils.findMergedAnnotation(method, AllowedRoles.class);
    }
}
