package fr.educentre.assidu.access;

import fr.educentre.assidu.shell.Refusal;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.MethodAuthorizationDeniedHandler;
import org.springframework.security.core.Authentication;

/**
 * {@link AllowedRoles}, {@link SystemOnly} and {@link OpenTo}. Where there is no authentication at all the framework refuses
 * when it is asked for; a wrong one is refused in words that screens and calls say alike.
 */
final class MethodAuthorization implements AuthorizationManager<MethodInvocation>, MethodAuthorizationDeniedHandler {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, MethodInvocation invocation) {
        Object target = invocation.getThis();
        Class<?> type = target == null ? invocation.getMethod().getDeclaringClass() : AopUtils.getTargetClass(target);
        Authentication who = caller.get();
        return new AuthorizationDecision(who != null && allows(MethodDecision.of(invocation.getMethod(), type), who));
    }

    private static boolean allows(@Nullable Annotation decision, Authentication who) {
        if (SystemActor.is(who)) {
            return true;
        }
        Actor actor = who.getPrincipal() instanceof SignedIn signedIn ? signedIn.actor() : null;
        if (decision instanceof AllowedRoles allowed) {
            return actor != null && List.of(allowed.value()).contains(actor.role());
        }
        return decision instanceof OpenTo open && (open.value() != OpenTo.Audience.SIGNED_IN || actor != null);
    }

    @Override
    public @Nullable Object handleDeniedInvocation(MethodInvocation invocation, AuthorizationResult result) {
        throw Refusal.role();
    }
}
