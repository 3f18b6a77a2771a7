package fr.educentre.assidu.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.annotation.SecurityAnnotationScanner;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;

/** Who may call a method: said on it, on its class, or on the interface either comes from. Said twice alike is an error. */
final class MethodDecision {

    private static final List<Class<? extends Annotation>> KINDS =
            List.of(AllowedRoles.class, SystemOnly.class, OpenTo.class);

    private static final SecurityAnnotationScanner<Annotation> SCANNER =
            SecurityAnnotationScanners.requireUnique(KINDS);

    private MethodDecision() {}

    static @Nullable Annotation of(Method method, Class<?> type) {
        if (method.getDeclaringClass() == Object.class) {
            return null;
        }
        Annotation found = SCANNER.scan(method, type);
        return found != null ? found : ofClass(type);
    }

    /** What a class says holds for what it inherits too, such as the default methods of its interface. */
    private static @Nullable Annotation ofClass(Class<?> type) {
        return KINDS.stream()
                .map(kind -> AnnotatedElementUtils.findMergedAnnotation(type, kind))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
