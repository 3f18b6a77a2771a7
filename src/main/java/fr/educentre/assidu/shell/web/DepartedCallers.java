package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.SecretAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/** Whoever leaves before the answer is whole is one line of the log: nothing failed here. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DepartedCallers extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DepartedCallers.class);

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
            note(request);
        }
    }

    static void note(HttpServletRequest request) {
        LOG.info(
                "The caller left before the answer: {} {}",
                request.getMethod(),
                SecretAddress.masked(request.getRequestURI()));
    }
}
