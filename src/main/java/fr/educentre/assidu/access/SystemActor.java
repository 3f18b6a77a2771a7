package fr.educentre.assidu.access;

import com.vaadin.flow.internal.CurrentInstance;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts in work that no person waits for: durable jobs, processes, start-up, deliveries of a sender whose signature was
 * checked. Set for the time of that work alone, whoever acted before acts again after. Nobody signs in as the system.
 */
public final class SystemActor {

    private static final String AUTHORITY = "SYSTEM";

    private SystemActor() {}

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    public static <T> T call(Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        // Who is signed in on the screen of this thread is asked before what is set here.
        Map<Class<?>, CurrentInstance> screen = CurrentInstance.getInstances();
        CurrentInstance.clearAll();
        SecurityContext mine = SecurityContextHolder.createEmptyContext();
        mine.setAuthentication(new SystemAuthentication());
        SecurityContextHolder.setContext(mine);
        try {
            return work.get();
        } finally {
            CurrentInstance.restoreInstances(screen);
            if (before.getAuthentication() == null) {
                SecurityContextHolder.clearContext();
            } else {
                SecurityContextHolder.setContext(before);
            }
        }
    }

    static boolean is(Authentication authentication) {
        return authentication instanceof SystemAuthentication;
    }

    private static final class SystemAuthentication extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        SystemAuthentication() {
            super(List.of(new SimpleGrantedAuthority(AUTHORITY)));
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return "system";
        }
    }
}
