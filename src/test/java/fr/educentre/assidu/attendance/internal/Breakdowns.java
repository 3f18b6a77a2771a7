package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceKnown;
import fr.educentre.assidu.rules.PresenceRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Judgement that fails while a test says so. */
@Component
class Breakdowns implements BeanPostProcessor {

    final AtomicBoolean rules = new AtomicBoolean();
    final AtomicBoolean cases = new AtomicBoolean();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PresenceRules whole ? proxy(PresenceRules.class, whole) : bean;
    }

    private Object proxy(Class<?> type, Object real) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (rules.get() && method.getName().equals("decide")) {
                throw new IllegalStateException("the rules fail");
            }
            try {
                Object answer = method.invoke(real, arguments);
                return answer instanceof PresenceRules.InForce inForce
                        ? proxy(PresenceRules.InForce.class, inForce)
                        : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @EventListener
    void on(AbsenceKnown known) {
        if (cases.get()) {
            throw new IllegalStateException("the case fails");
        }
    }
}
