package fr.educentre.assidu.access;

import fr.educentre.assidu.shell.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The page behind a link that opens nothing says so in words, and by its status to whoever reads no words. */
@Component
class UnknownLinks extends OncePerRequestFilter {

    private static final Map<String, String> PURPOSES = Map.of("j", "JUSTIFY", "c", "ACCOUNT", "suivi", "FOLLOW");
    private static final Pattern LINK = Pattern.compile("/(j|c|suivi)/([^/]+)/?");

    private final SignedLinks links;

    UnknownLinks(SignedLinks links) {
        this.links = links;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher link =
                LINK.matcher(request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()));
        if (HttpMethod.GET.matches(request.getMethod()) && request.getParameter("v-r") == null && link.matches()) {
            status(PURPOSES.getOrDefault(link.group(1), ""), link.group(2), request.getRemoteAddr(), response);
        }
        chain.doFilter(request, response);
    }

    private void status(String purpose, String token, String from, HttpServletResponse response) {
        try {
            if (links.open(purpose, token).isEmpty()
                    && links.openFrom(purpose, token, from).isEmpty()) {
                response.setStatus(HttpStatus.NOT_FOUND.value());
            }
        } catch (Refusal braked) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}
