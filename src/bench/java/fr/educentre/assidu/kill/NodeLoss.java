package fr.educentre.assidu.kill;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a person sees when the node that their screen lives on is killed, behind a proxy that keeps each browser on one node: from the
 * first link of an empty installation on. Nobody may meet an error page, whoever signs in again is where they were, and nobody is
 * sent back when the node returns.
 */
final class NodeLoss {

    private static final String ADDRESS = "/centre/parcours";
    private static final String PASSWORD = "un long secret à soi";
    private static final long PATIENCE_NANOS = 40_000_000_000L;
    private static final double PAGE_PATIENCE = 60_000;

    private static final String READ = """
            () => [window.Vaadin?.connectionState?.state,
                   ...[...document.querySelectorAll('.v-status-message.visible, .v-system-error, vaadin-notification-card')]
                       .map(e => e.innerText)].filter(t => t).join(' | ')
            """;

    private final KillInstallation installation;
    private final Path folder;
    private final String site;
    private final List<String> errors = new ArrayList<>();

    private NodeLoss(KillInstallation installation, Path folder, String site) {
        this.installation = installation;
        this.folder = folder;
        this.site = site;
    }

    /** The jar, a new folder, and the proxy: {@code caddy} or {@code nginx}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        int port = KillInstallation.freePort();
        String site = "https://localhost:" + port;
        var installation = new KillInstallation(Path.of(arguments[0]), folder, Map.of("ASSIDU_BASEURL", site));
        Process proxy =
                FrontProxy.valueOf(arguments[2].toUpperCase(Locale.ROOT)).start(folder, port, installation.nodes());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            proxy.destroy();
            installation.close();
        }));
        installation.start();
        boolean good = new NodeLoss(installation, folder, site).run();
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setArgs(List.of("--disable-quic", "--disable-gpu"))
                            .setExecutablePath(Path.of(
                                    Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"))));
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setIgnoreHTTPSErrors(true)
                    .setLocale("fr-FR")
                    .setViewportSize(1280, 800));
            Page page = context.newPage();
            page.setDefaultTimeout(PAGE_PATIENCE);
            page.onResponse(response -> {
                if (response.status() >= 500) {
                    errors.add(response.status() + " " + response.url());
                }
            });
            choosePassword(page);
            page.navigate(site + ADDRESS);
            signIn(page);
            boolean first = isAt(page, "signed in, asked for " + ADDRESS);
            KilledNode node = home(context);
            node.kill();
            installation.say(
                    "killed: node " + (installation.nodes().indexOf(node) + 1) + ", on which the screen lives");
            boolean asked = awaitLogin(page);
            signIn(page);
            boolean again = isAt(page, "signed in again");
            KilledNode other = home(context);
            long said = Files.size(node.log());
            node.start();
            installation.awaitNodes();
            Thread.sleep(6_000);
            page.reload();
            boolean stays = isAt(page, "reloaded once the node is back") && home(context) == other;
            boolean spent = links(node.log(), said).isEmpty();
            installation.say("a first link after that: " + (spent ? "none" : "PRINTED AGAIN"));
            errors.forEach(error -> System.out.println("ERROR " + error));
            return first && asked && again && stays && spent && errors.isEmpty();
        }
    }

    /** Nodes that start together may each print one: the last one works. */
    private void choosePassword(Page page) throws IOException {
        for (KilledNode node : installation.nodes()) {
            for (String link : links(node.log(), 0)) {
                page.navigate(link);
                var field = page.locator("vaadin-password-field input");
                page.locator("h1").first().waitFor();
                if (field.count() == 1) {
                    field.fill(PASSWORD);
                    page.locator("vaadin-button").last().click();
                    page.locator("a[href='login']").waitFor();
                    installation.say("the first administrator chose a password by the link that was printed");
                    return;
                }
            }
        }
        throw new IllegalStateException("no first link works");
    }

    /** @param from bytes that were there before */
    private List<String> links(Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        String said = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
        return Pattern.compile(Pattern.quote(site) + "/c/\\S+")
                .matcher(said)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static void signIn(Page page) {
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("vaadin-button[slot=submit], vaadin-login-form vaadin-button")
                .first()
                .click();
        page.waitForURL(address -> !address.contains("/login"));
    }

    private boolean isAt(Page page, String when) {
        page.locator("vaadin-app-layout").waitFor();
        boolean there = page.url().equals(site + ADDRESS) || page.url().equals(site + ADDRESS + "?continue");
        installation.say(when + ": " + page.url().substring(site.length()));
        return there;
    }

    /** Says what is read on the screen whenever that changes, until it asks to sign in; nothing is touched but for the message. */
    private boolean awaitLogin(Page page) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        String before = "";
        while (System.nanoTime() < until) {
            if (page.url().contains("/login")
                    && page.locator("input[name=username]").count() == 1) {
                installation.say("it asks to sign in: " + page.url().substring(site.length()));
                return true;
            }
            String now = read(page);
            if (!now.equals(before)) {
                installation.say("reads: " + now);
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(folder.resolve("read-" + now.hashCode() + ".png")));
                before = now;
            }
            page.waitForTimeout(250);
        }
        return false;
    }

    /** What lies above the screen. */
    private static String read(Page page) {
        try {
            return String.valueOf(
                            page.evaluate(
                                    "() => [...document.querySelectorAll('.v-system-error, vaadin-connection-indicator,"
                                            + " vaadin-notification-card')].map(e => e.innerText || (e.shadowRoot || e).textContent).join(' | ')"))
                    .strip();
        } catch (PlaywrightException beingLoaded) {
            return "…";
        }
    }

    /** The node that knows the browser's session. */
    private KilledNode home(BrowserContext context) throws IOException, InterruptedException {
        String session = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        for (KilledNode node : installation.nodes()) {
            if (!node.isAlive()) {
                continue;
            }
            int status = installation
                    .http()
                    .send(
                            HttpRequest.newBuilder(node.uri(ADDRESS))
                                    .header("Cookie", "JSESSIONID=" + session)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status == 200) {
                return node;
            }
        }
        throw new IllegalStateException("no node knows the session");
    }
}
