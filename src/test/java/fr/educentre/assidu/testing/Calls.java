package fr.educentre.assidu.testing;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.web.bind.annotation.RequestMethod;

/** REST calls as one of the six roles, over HTTP. */
public class Calls {

    private static final String PASSWORD = "test-password";
    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private final Accounts accounts;
    private final Environment environment;
    private final UserDetailsService users;
    private final HttpClient http = HttpClient.newHttpClient();

    public Calls(Accounts accounts, Environment environment, UserDetailsService users) {
        this.users = users;
        this.accounts = accounts;
        this.environment = environment;
    }

    public int anonymously(RequestMethod verb, String path) {
        return send(request(verb, path).build()).statusCode();
    }

    /** As an account of the role that is nobody in particular. */
    public int as(Role role, RequestMethod verb, String path) {
        String username = "test-" + role.name().toLowerCase(Locale.ROOT);
        account(username, role, new UUID(0, role.ordinal()));
        return send(request(verb, path)
                        .header("Authorization", authorization(username))
                        .build())
                .statusCode();
    }

    /** Creates the account unless it exists, with {@link #authorization} as its way in. */
    public void account(String username, Role role, UUID personId) {
        SystemActor.run(() -> accounts.createIfAbsent(
                new Accounts.NewAccount(username, PASSWORD, username, username + "@assidu.test", role, personId)));
    }

    public String authorization(String username) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** A browser of one person: it keeps its cookies. */
    public static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** As the sign-in page does it, with the token that it was given. */
    public HttpResponse<String> signIn(HttpClient browser, String username, String password) {
        return signIn(browser, username, password, signInToken(browser));
    }

    /** The token of the sign-in page that a browser has open. */
    public String signInToken(HttpClient browser) {
        String page = send(browser, HttpRequest.newBuilder(uri("/login")).header("Accept", "text/html"))
                .body();
        Matcher token = CSRF.matcher(page);
        if (!token.find()) {
            throw new AssertionError("The sign-in page has no token");
        }
        return token.group(1);
    }

    /** The same with a token of one's own; an empty one is not sent. */
    public HttpResponse<String> signIn(HttpClient browser, String username, String password, String token) {
        String form = "username=" + encoded(username) + "&password=" + encoded(password)
                + (token.isEmpty() ? "" : "&_csrf=" + encoded(token));
        return send(
                browser,
                HttpRequest.newBuilder(uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Accept-Language", "fr")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The test's own thread acts as that account, until the test ends. */
    public void actAs(String username, Role role, UUID personId) {
        account(username, role, personId);
        var user = users.loadUserByUsername(username);
        SecurityContext theirs = SecurityContextHolder.createEmptyContext();
        theirs.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(theirs);
    }

    /** The test's own thread is the system again, as at work in the background. */
    public static void actAsSystem() {
        SecurityContextHolder.setContext(SystemActor.call(SecurityContextHolder::getContext));
    }

    /** The test's own thread is someone who has no account, such as the bearer of a link. */
    public static void actAsVisitor() {
        SecurityContext theirs = SecurityContextHolder.createEmptyContext();
        theirs.setAuthentication(new AnonymousAuthenticationToken(
                "test", "visitor", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        SecurityContextHolder.setContext(theirs);
    }

    public String password() {
        return PASSWORD;
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        return send(client, request.build());
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    private HttpRequest.Builder request(RequestMethod verb, String path) {
        return HttpRequest.newBuilder(uri(path)).method(verb.name(), HttpRequest.BodyPublishers.noBody());
    }
}
