package fr.educentre.assidu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer <API token>}. */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** A token makes no other, or one that was stolen would never end. */
    private static final RequestMatcher TOKENS =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/tokens/**");

    private final TokenSignIn tokens;
    private final GuessingBrake brake;
    private final AuthenticationEntryPoint refuse;
    private final Forbidden forbid;

    /**
     * @param refuse answers a {@link TooManyTries}
     * @param forbid answers what a token may not do
     */
    BearerTokens(TokenSignIn tokens, GuessingBrake brake, AuthenticationEntryPoint refuse, Forbidden forbid) {
        this.tokens = tokens;
        this.brake = brake;
        this.refuse = refuse;
        this.forbid = forbid;
    }

    /** Answers 403, in the words of a key. */
    @FunctionalInterface
    interface Forbidden {

        void refuse(HttpServletRequest request, HttpServletResponse response, String key) throws IOException;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                brake.check(request.getRemoteAddr());
            } catch (TooManyTries e) {
                refuse.commence(request, response, e);
                return;
            }
            var admitted = tokens.admit(header.substring(SCHEME.length()).strip());
            if (admitted.isEmpty()) {
                brake.failed(request.getRemoteAddr());
            } else if (admitted.get().scope() == TokenScope.READ && writes(request)) {
                forbid.refuse(request, response, "refusal.token.read");
                return;
            } else if (writes(request) && TOKENS.matches(request)) {
                forbid.refuse(request, response, "refusal.token.ofToken");
                return;
            } else {
                signIn(admitted.get().who());
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean writes(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    private static void signIn(SignedIn signedIn) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
