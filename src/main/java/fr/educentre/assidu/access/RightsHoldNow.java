package fr.educentre.assidu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** An account that was disabled, has ended or was changed loses its open sessions at their next request; so does a session that was ended. */
class RightsHoldNow extends OncePerRequestFilter {

    private final AccountRepository accounts;
    private final SeenSessions sessions;
    private final Clock clock;

    RightsHoldNow(AccountRepository accounts, SeenSessions sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What every browser may load needs no rights. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/build/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && !holds(request, signedIn)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean holds(HttpServletRequest request, SignedIn signedIn) {
        return accounts.findByUsername(signedIn.actor().username())
                .filter(account -> account.usableAt(clock.instant()))
                .filter(account -> account.actor().equals(signedIn.actor()))
                .filter(account -> account.version() == signedIn.version())
                .filter(account -> sessions.goesOn(request, account.id()))
                .isPresent();
    }
}
