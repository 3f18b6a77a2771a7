package fr.educentre.assidu.access.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Passwords;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.shell.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Refusals of REST calls in one order: role (403), resource (404), ownership (403); the content comes after. */
@Component
class RefusalOrder implements HandlerInterceptor {

    private final CurrentActor current;
    private final Passwords passwords;
    private final List<ResourceGuard> guards;

    RefusalOrder(CurrentActor current, Passwords passwords, List<ResourceGuard> guards) {
        this.current = current;
        this.passwords = passwords;
        this.guards = guards;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            AllowedRoles allowed = allowed(method);
            if (allowed != null) {
                if (passwords.mustChange()) {
                    throw new Refusal(Refusal.Kind.ROLE, "refusal.password.oneTime");
                }
                Actor actor = current.get();
                if (!Arrays.asList(allowed.value()).contains(actor.role())) {
                    throw Refusal.role();
                }
                Guarded guarded = method.getMethodAnnotation(Guarded.class);
                if (guarded != null) {
                    guard(guarded.value()).check(actor, id(request, guarded));
                }
            }
        }
        return true;
    }

    static @org.jspecify.annotations.Nullable AllowedRoles allowed(HandlerMethod method) {
        AllowedRoles onMethod = method.getMethodAnnotation(AllowedRoles.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedRoles.class);
    }

    private static UUID id(HttpServletRequest request, Guarded guarded) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String text = variables instanceof Map<?, ?> map ? String.valueOf(map.get(guarded.variable())) : "";
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.notFound(guarded.value());
    }

    private ResourceGuard guard(String kind) {
        return guards.stream()
                .filter(guard -> guard.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No guard for " + kind));
    }
}
