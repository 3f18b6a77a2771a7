package fr.educentre.assidu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Codes that open something without an account are not to be guessed: an unknown one counts against its address. */
class AddressBrake extends OncePerRequestFilter {

    private final GuessingBrake brake;
    private final AuthenticationEntryPoint refuse;

    /** @param refuse answers a {@link TooManyTries} */
    AddressBrake(GuessingBrake brake, AuthenticationEntryPoint refuse) {
        this.brake = brake;
        this.refuse = refuse;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/verify/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getRemoteAddr();
        try {
            brake.check(from);
        } catch (TooManyTries e) {
            refuse.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
            brake.failed(from);
        }
    }
}
