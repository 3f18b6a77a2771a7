package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.sources.xapi.XapiClients;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** HTTP Basic with the credentials of a client, before anything of a call is looked at; and the headers of each answer. */
@Component
class XapiCredentials implements HandlerInterceptor {

    static final String CLIENT = XapiCredentials.class.getName();
    static final String VERSION = "X-Experience-API-Version";

    private final XapiClients clients;
    private final Clock clock;

    XapiCredentials(XapiClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(VERSION, "1.0.3");
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            response.setHeader(
                    "X-Experience-API-Consistent-Through", clock.instant().toString());
        }
        String client = RequestParts.credentials(request, "Basic")
                .flatMap(this::client)
                .orElseThrow(() -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"xAPI\", charset=\"UTF-8\"");
                    return new BadCredentialsException("xAPI client");
                });
        request.setAttribute(CLIENT, client);
        return true;
    }

    private Optional<String> client(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : clients.authenticate(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
