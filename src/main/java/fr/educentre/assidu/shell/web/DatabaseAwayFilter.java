package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.DatabaseAway;
import fr.educentre.assidu.shell.DatabaseOutage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away nothing is accepted and nothing dropped: whoever calls is to come back. Around all that needs
 * the database before a handler does: accounts, tokens, the brake on guesses, rights.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAwayFilter extends OncePerRequestFilter {

    private final ErrorAnswers answers;
    private final DatabaseOutage outage;

    DatabaseAwayFilter(ErrorAnswers answers, DatabaseOutage outage) {
        this.answers = answers;
        this.outage = outage;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (outage.known() && isPage(request)) {
            // The frame of a screen needs no database, but nothing that it then asks for would come.
            comeBack(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!DatabaseAway.causes(e)) {
                throw e;
            }
            outage.met(e);
            if (!response.isCommitted()) {
                comeBack(request, response);
            }
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith(request.getContextPath() + "/actuator/");
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = HttpStatus.SERVICE_UNAVAILABLE.value();
        var answer = answers.answer(
                request,
                new ErrorAnswers.Failure(request.getRequestURI(), status, String.valueOf(DatabaseAway.RETRY_AFTER)));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.RETRY_AFTER));
        response.setContentType(answer.type());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, answer.language());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
