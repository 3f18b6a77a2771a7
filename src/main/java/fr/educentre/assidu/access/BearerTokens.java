package fr.educentre.assidu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer <API token>}. */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final GuessingBrake brake;
    private final AuthenticationEntryPoint refuse;

    /** @param refuse answers a {@link TooManyTries} */
    BearerTokens(ApiTokens tokens, GuessingBrake brake, AuthenticationEntryPoint refuse) {
        this.tokens = tokens;
        this.brake = brake;
        this.refuse = refuse;
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
            tokens.authenticate(header.substring(SCHEME.length()).strip())
                    .ifPresentOrElse(BearerTokens::signIn, () -> brake.failed(request.getRemoteAddr()));
        }
        chain.doFilter(request, response);
    }

    private static void signIn(SignedIn signedIn) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
